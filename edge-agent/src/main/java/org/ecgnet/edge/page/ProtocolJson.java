package org.ecgnet.edge.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.ecgnet.edge.result.CountyProtocol;
import org.ecgnet.edge.result.DrugAdvice;
import org.ecgnet.edge.result.Words;

/** Writes the county's protocol for the page. */
final class ProtocolJson {

    private ProtocolJson() {}

    static JsonObject of(CountyProtocol protocol) {
        JsonObject levels = new JsonObject();
        protocol.levels().forEach((level, steps) -> levels.put(level.name(), words(steps)));
        JsonObject rules = new JsonObject();
        for (Map.Entry<String, List<Words>> rule : protocol.rules().entrySet()) {
            rules.put(rule.getKey(), words(rule.getValue()));
        }
        JsonArray drugs = new JsonArray();
        protocol.drugs().forEach(drug -> drugs.add(drug(drug)));
        return new JsonObject()
                .put(
                        "approval",
                        protocol.approval()
                                .map(approval -> new JsonObject()
                                        .put("approver", approval.approver())
                                        .put("version", approval.version())
                                        .put("dated", approval.dated().toString()))
                                .orElse(null))
                .put("levels", levels)
                .put("rules", rules)
                .put("drugs", drugs)
                .put(
                        "repeat",
                        new JsonObject()
                                .put("rules", new JsonArray(protocol.repeat().rules()))
                                .put("chestPain", protocol.repeat().chestPain())
                                .put("fromMillis", protocol.repeat().from().toMillis())
                                .put("toMillis", protocol.repeat().to().toMillis()))
                .put("phrases", words(protocol.phrases()));
    }

    private static JsonObject drug(DrugAdvice drug) {
        return new JsonObject()
                .put("title", words(drug.title()))
                .put("rules", new JsonArray(drug.rules()))
                .put("contraindications", words(drug.contraindications()))
                .put("steps", words(drug.steps()));
    }

    private static JsonArray words(List<Words> list) {
        JsonArray json = new JsonArray();
        list.forEach(words -> json.add(words(words)));
        return json;
    }

    private static JsonObject words(Words words) {
        return new JsonObject().put("chinese", words.chinese()).put("english", words.english());
    }
}
