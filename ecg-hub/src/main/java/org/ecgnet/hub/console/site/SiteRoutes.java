package org.ecgnet.hub.console.site;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.Site;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.site.TechnicalAlert;
import org.ecgnet.hub.site.TechnicalLane;

/** The technical lane, and the clinics it is about. */
public final class SiteRoutes implements Routes {

    private final RouteParts parts;
    private final TechnicalLane lane;

    public SiteRoutes(RouteParts parts, TechnicalLane lane) {
        this.parts = parts;
        this.lane = lane;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/technical").handler(context -> parts.gate().exams(context, this::technical));
    }

    private void technical(RoutingContext context, Account account) {
        parts.workers().run(context, () -> found(account.scope()), found -> Answers.json(context, found));
    }

    private JsonObject found(Scope scope) {
        return parts.database().inTransaction(transaction -> {
            var repository = transaction.repository(SiteRepository.class);
            List<Site> sites = repository.all(scope);
            var alerts = new JsonArray();
            lane.of(sites, repository.units(scope), parts.clock().instant()).forEach(alert -> alerts.add(json(alert)));
            long silent = alerts.stream()
                    .filter(alert -> ((JsonObject) alert).getString("kind").equals("SITE_SILENT"))
                    .count();
            long heard =
                    sites.stream().filter(site -> site.heardAt().isPresent()).count();
            return new JsonObject()
                    .put(
                            "sites",
                            sites.stream().map(site -> site.code().value()).toList())
                    .put("heard", heard)
                    .put("onLine", heard - silent)
                    .put("alerts", alerts);
        });
    }

    private static JsonObject json(TechnicalAlert alert) {
        var json = new JsonObject()
                .put("kind", alert.kind().name())
                .put("site", alert.site().value())
                .put("siteName", alert.siteName())
                .put("heardAt", alert.heardAt().toString());
        alert.unit().ifPresent(unit -> json.put("unit", unit.value()));
        alert.value().ifPresent(value -> json.put("value", value));
        return json;
    }
}
