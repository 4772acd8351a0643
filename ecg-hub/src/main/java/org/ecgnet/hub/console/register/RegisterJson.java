package org.ecgnet.hub.console.register;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.register.RegisterColumn;
import org.ecgnet.hub.register.RegisterEdit;
import org.ecgnet.hub.register.RegisterLanguage;
import org.ecgnet.hub.register.RegisterLine;

/** The register for the browser. What is empty is left out. */
final class RegisterJson {

    private RegisterJson() {}

    static JsonObject list(List<RegisterLine> lines, ZoneId zone, RegisterLanguage language) {
        return new JsonObject()
                .put(
                        "columns",
                        new JsonArray(Arrays.stream(RegisterColumn.values())
                                .map(RegisterJson::column)
                                .toList()))
                .put("zone", zone.getId())
                .put(
                        "lines",
                        new JsonArray(lines.stream()
                                .map(line -> brief(line).put("values", values(line.masked(zone, language))))
                                .toList()));
    }

    static JsonObject line(RegisterLine line, ZoneId zone, RegisterLanguage language) {
        var byHand = new JsonObject();
        for (RegisterColumn column : RegisterColumn.values()) {
            if (column.byHand()) {
                byHand.put(column.name(), line.byHand(column));
            }
        }
        return brief(line)
                .put("values", values(line.values(zone, language)))
                .put("byHand", byHand)
                .put(
                        "edits",
                        new JsonArray(
                                line.edits().stream().map(RegisterJson::edit).toList()))
                .put(
                        "timeline",
                        new JsonArray(line.row().events().stream()
                                .map(RegisterJson::event)
                                .toList()));
    }

    private static JsonObject brief(RegisterLine line) {
        CriticalCase known = line.row().known();
        return new JsonObject()
                .put("caseId", known.id().toString())
                .put("examId", known.examId().toString())
                .put("number", known.number())
                .put("drill", known.drill())
                .put("open", known.open());
    }

    private static JsonObject column(RegisterColumn column) {
        return new JsonObject()
                .put("id", column.name())
                .put("chinese", column.chinese())
                .put("english", column.english())
                .put("source", column.source().name());
    }

    private static JsonObject values(Map<RegisterColumn, String> values) {
        var json = new JsonObject();
        values.forEach((column, value) -> {
            if (!value.isEmpty()) {
                json.put(column.name(), value);
            }
        });
        return json;
    }

    private static JsonObject edit(RegisterEdit edit) {
        return new JsonObject()
                .put("column", edit.column().name())
                .put("value", edit.value())
                .put("reason", edit.reason())
                .put("by", edit.by())
                .put("at", edit.at().toString());
    }

    private static JsonObject event(CaseEvent event) {
        return new JsonObject()
                .put("at", event.at().toString())
                .put("what", "CASE_" + event.kind().name())
                .put("by", event.by())
                .put("detail", event.detail());
    }
}
