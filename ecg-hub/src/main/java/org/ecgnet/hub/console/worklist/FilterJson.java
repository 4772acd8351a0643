package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.worklist.WorklistFilter;

/** A filter as the browser sends and gets it. */
final class FilterJson {

    private FilterJson() {}

    static JsonObject of(WorklistFilter filter) {
        var levels = new JsonArray();
        new TreeSet<>(filter.levels()).forEach(level -> levels.add(level.name()));
        var sites = new JsonArray();
        new TreeSet<>(filter.sites()).forEach(sites::add);
        return new JsonObject()
                .put("levels", levels)
                .put("sites", sites)
                .put("mine", filter.mine())
                .put("open", filter.open());
    }

    /** Empty when the body is no filter. */
    static Optional<WorklistFilter> read(RoutingContext context) {
        return Requests.body(context).flatMap(FilterJson::read);
    }

    private static Optional<WorklistFilter> read(JsonObject body) {
        try {
            Set<TriageLevel> levels = EnumSet.noneOf(TriageLevel.class);
            body.getJsonArray("levels", new JsonArray())
                    .forEach(level -> levels.add(Requests.named(TriageLevel.class, String.valueOf(level))));
            Set<String> sites = new TreeSet<>();
            body.getJsonArray("sites", new JsonArray()).forEach(site -> sites.add(String.valueOf(site)));
            return Optional.of(
                    new WorklistFilter(levels, sites, body.getBoolean("mine", false), body.getBoolean("open", false)));
        } catch (IllegalArgumentException | ClassCastException e) {
            return Optional.empty(); // whoever sent it is told what is expected
        }
    }
}
