package org.ecgnet.hub.console.exam;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Lead;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;

/** A reading for the browser, with the evidence of each finding. What is absent is left out. */
public final class ReadingJson {

    private ReadingJson() {}

    public static JsonObject of(StoredReading stored) {
        Reading reading = stored.reading();
        return new JsonObject()
                .put("number", stored.number())
                .put("origin", stored.origin().name())
                .put("madeAt", stored.madeAt().toString())
                .put("level", reading.level().name())
                .put("hard", reading.hard())
                .put(
                        "findings",
                        array(reading.findings().stream()
                                .map(ReadingJson::finding)
                                .toList()))
                .put("measurements", measurements(reading.measurements()))
                .put("quality", quality(reading.quality()))
                .put(
                        "cannotJudge",
                        array(reading.cannotJudge().stream()
                                .map(one -> both(one.chinese(), one.english()))
                                .toList()))
                .put("profile", reading.profile())
                .put("engine", reading.engine());
    }

    private static JsonObject finding(Finding finding) {
        return both(finding.chinese(), finding.english())
                .put("rule", finding.rule())
                .put("code", finding.code())
                .put("level", finding.level().name())
                .put("hard", finding.hard())
                .put("score", finding.score())
                .put(
                        "evidence",
                        array(finding.evidence().stream()
                                .map(ReadingJson::evidence)
                                .toList()));
    }

    private static JsonObject evidence(Evidence evidence) {
        var json = new JsonObject()
                .put("quantity", evidence.quantity())
                .put("unit", evidence.unit())
                .put("beats", new JsonArray(evidence.beatSamples()));
        put(json, "value", evidence.value());
        put(json, "threshold", evidence.threshold());
        evidence.lead().ifPresent(lead -> json.put("lead", lead.label()));
        return json;
    }

    private static JsonObject measurements(Measurements measured) {
        var json = new JsonObject();
        put(json, "heartRateBpm", measured.heartRateBpm());
        put(json, "prMillis", measured.prMillis());
        put(json, "qrsMillis", measured.qrsMillis());
        put(json, "qtMillis", measured.qtMillis());
        put(json, "qtcBazettMillis", measured.qtcBazettMillis());
        put(json, "qtcFridericiaMillis", measured.qtcFridericiaMillis());
        put(json, "qrsAxisDegrees", measured.qrsAxisDegrees());
        var st = new JsonObject();
        for (Map.Entry<Lead, Double> lead : measured.stMicrovolts().entrySet()) {
            put(st, lead.getKey().label(), lead.getValue());
        }
        return json.put("stMicrovolts", st).put("rSamples", new JsonArray(measured.rSamples()));
    }

    static JsonObject quality(QualityReport quality) {
        return new JsonObject()
                .put("level", quality.level().name())
                .put(
                        "reasons",
                        array(quality.reasons().stream()
                                .map(reason -> both(reason.chinese(), reason.english())
                                        .put("code", reason.code())
                                        .put("leads", labels(reason.leads())))
                                .toList()));
    }

    public static JsonArray labels(List<Lead> leads) {
        return new JsonArray(leads.stream().map(Lead::label).toList());
    }

    private static JsonObject both(String chinese, String english) {
        return new JsonObject().put("chinese", chinese).put("english", english);
    }

    private static JsonArray array(List<JsonObject> objects) {
        return new JsonArray(objects);
    }

    private static void put(JsonObject json, String key, OptionalDouble value) {
        value.ifPresent(number -> put(json, key, number));
    }

    /** JSON has no infinity and no NaN. */
    private static void put(JsonObject json, String key, double value) {
        if (Double.isFinite(value)) {
            json.put(key, value);
        }
    }
}
