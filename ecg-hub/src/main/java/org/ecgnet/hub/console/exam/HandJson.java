package org.ecgnet.hub.console.exam;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.hub.fiducial.BeatIntervals;
import org.ecgnet.hub.fiducial.BeatMarks;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.fiducial.StLevel;

/** A measurement by hand for the browser, the engine's beside it; what is absent is left out. */
public final class HandJson {

    private HandJson() {}

    public static JsonObject of(HandMeasurement hand) {
        return new JsonObject()
                .put("number", hand.number())
                .put("byHand", hand.byHand())
                .put("by", hand.by().name())
                .put("at", hand.at().toString())
                .put("rate", hand.rate())
                .put("marks", marks(hand.marks()))
                .put("intervals", intervals(hand.intervals()))
                .put("automatic", intervals(hand.automaticIntervals()))
                .put("st", st(hand.st()))
                .put("automaticSt", st(hand.automaticSt()))
                .put(
                        "moved",
                        new JsonArray(hand.moved().stream()
                                .map(moved -> moved(hand, moved))
                                .toList()));
    }

    /** For a line of the timeline: each moved mark's old and new place in milliseconds of the beat. */
    static String changes(HandMeasurement hand) {
        return hand.moved().stream()
                .map(moved -> moved.mark().label() + " " + millis(hand, moved.from()) + " → " + millis(hand, moved.to())
                        + " ms")
                .collect(Collectors.joining(", "));
    }

    private static String millis(HandMeasurement hand, OptionalInt sample) {
        OptionalDouble at = hand.millis(sample);
        return at.isEmpty() ? "–" : String.valueOf(Math.round(at.getAsDouble()));
    }

    private static JsonObject marks(BeatMarks marks) {
        var json = new JsonObject();
        marks.samples().forEach((mark, sample) -> json.put(mark.label(), sample));
        return json;
    }

    private static JsonObject st(Map<Lead, StLevel> levels) {
        var json = new JsonObject();
        levels.forEach((lead, level) ->
                json.put(lead.label(), new JsonObject().put("j", level.j()).put("j60", level.j60())));
        return json;
    }

    private static JsonObject moved(HandMeasurement hand, HandMeasurement.Moved moved) {
        var json = new JsonObject().put("mark", moved.mark().label());
        moved.from().ifPresent(sample -> json.put("fromSample", sample));
        moved.to().ifPresent(sample -> json.put("toSample", sample));
        put(json, "fromMillis", hand.millis(moved.from()));
        put(json, "toMillis", hand.millis(moved.to()));
        return json;
    }

    /** As the page names them. */
    private static JsonObject intervals(BeatIntervals intervals) {
        var json = new JsonObject();
        put(json, "p", intervals.p());
        put(json, "pr", intervals.pr());
        put(json, "qrs", intervals.qrs());
        put(json, "qt", intervals.qt());
        put(json, "qtcBazett", intervals.qtcBazett());
        put(json, "qtcFridericia", intervals.qtcFridericia());
        put(json, "qtcFramingham", intervals.qtcFramingham());
        put(json, "qtcHodges", intervals.qtcHodges());
        return json;
    }

    private static void put(JsonObject json, String key, OptionalDouble value) {
        value.ifPresent(number -> json.put(key, number));
    }
}
