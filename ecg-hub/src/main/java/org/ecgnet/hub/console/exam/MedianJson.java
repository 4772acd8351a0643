package org.ecgnet.hub.console.exam;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.MedianBeat;

/**
 * The median beat for the browser: each lead in whole microvolts against the level before the QRS, the marks over all
 * leads in samples of the beat, and the figures that two recordings are compared by. What is absent is left out; a
 * recording without a beat has {@code beats} 0 and nothing else.
 */
final class MedianJson {

    private MedianJson() {}

    static JsonObject of(MeasuredEcg measured) {
        if (measured.medianBeat().isEmpty()) {
            return new JsonObject().put("beats", 0);
        }
        MedianBeat beat = measured.medianBeat().get();
        var leads = new JsonObject();
        for (int lead = 0; lead < beat.leads().size(); lead++) {
            leads.put(beat.leads().get(lead).label(), whole(beat.microvolts()[lead]));
        }
        var json = new JsonObject()
                .put("beats", beat.beats())
                .put("rate", beat.rate().hertz())
                .put("samples", beat.microvolts()[0].length)
                .put("r", beat.r())
                .put("leads", leads)
                .put("figures", figures(measured));
        measured.waves().ifPresent(waves -> json.put("marks", marks(waves)));
        return json;
    }

    private static JsonArray whole(double[] microvolts) {
        return new JsonArray(DoubleStream.of(microvolts).mapToObj(Math::round).toList());
    }

    private static JsonObject marks(Delineation waves) {
        var json = new JsonObject().put("qrsOn", waves.qrsOn()).put("j", waves.qrsOff());
        put(json, "pOn", waves.pOn());
        put(json, "pOff", waves.pOff());
        put(json, "tPeak", waves.tPeak());
        put(json, "tEnd", waves.tOff());
        return json;
    }

    private static JsonObject figures(MeasuredEcg measured) {
        var json = new JsonObject();
        double rate = measured.rhythm().meanRateBpm();
        if (rate > 0) {
            json.put("rateBpm", rate).put("rrMillis", 60_000 / rate);
        }
        put(json, "pAxisDegrees", measured.pAxisDegrees());
        put(json, "qrsAxisDegrees", measured.qrsAxisDegrees());
        put(json, "tAxisDegrees", measured.tAxisDegrees());
        var j60 = new JsonObject();
        measured.levels().forEach((lead, levels) -> put(j60, lead.label(), OptionalDouble.of(levels.j60())));
        return json.put("j60Microvolts", j60);
    }

    private static void put(JsonObject json, String key, OptionalInt sample) {
        sample.ifPresent(number -> json.put(key, number));
    }

    /** JSON has no infinity and no NaN. */
    private static void put(JsonObject json, String key, OptionalDouble value) {
        value.ifPresent(number -> {
            if (Double.isFinite(number)) {
                json.put(key, number);
            }
        });
    }
}
