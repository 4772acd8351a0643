package org.ecgnet.triage.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Recording;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Statement;

/** One JSON line a record, in the form that the independent scorer reads. */
final class ResultLine {

    private ResultLine() {}

    static String of(String record, Recording recording, Reading reading, double engineMillis) {
        Measurements m = reading.measurements();
        List<String> numbers = new ArrayList<>();
        add(numbers, "heartRateBpm", m.heartRateBpm());
        add(numbers, "prMs", m.prMillis());
        add(numbers, "qrsMs", m.qrsMillis());
        add(numbers, "qtMs", m.qtMillis());
        add(numbers, "qtcFridericiaMs", m.qtcFridericiaMillis());
        add(numbers, "qrsAxisDeg", m.qrsAxisDegrees());
        return "{\"record\":\"%s\",\"sampleRateHz\":%d,\"samples\":%d,\"level\":\"%s\",\"hard\":%s,"
                        .formatted(
                                record,
                                recording.waveform().rate().hertz(),
                                recording.waveform().length(),
                                reading.level(),
                                reading.hard())
                + "\"findings\":["
                + join(reading.findings().stream().map(ResultLine::finding).toList()) + "],"
                + "\"statements\":["
                + join(reading.statements().stream().map(ResultLine::statement).toList()) + "],"
                + "\"measurements\":{" + join(numbers) + "},"
                + "\"beats\":["
                + join(m.rSamples().stream().map("{\"r\":%d}"::formatted).toList()) + "],"
                + "\"quality\":{\"level\":\"" + reading.quality().level() + "\"},"
                + number("\"engineMillis\":%.3f}", engineMillis);
    }

    private static String finding(Finding finding) {
        return number(
                "{\"id\":\"%s\",\"code\":\"%s\",\"level\":\"%s\",\"hard\":%s,\"score\":%.3f,\"evidence\":[%s]}",
                finding.rule(),
                finding.code(),
                finding.level(),
                finding.hard(),
                finding.score(),
                join(finding.evidence().stream().map(ResultLine::evidence).toList()));
    }

    private static String evidence(Evidence evidence) {
        return number(
                "{\"quantity\":\"%s\",\"value\":%.3f,\"threshold\":%.3f,\"unit\":\"%s\",\"lead\":\"%s\"}",
                evidence.quantity(),
                evidence.value(),
                evidence.threshold(),
                evidence.unit(),
                evidence.lead().map(lead -> lead.label()).orElse(""));
    }

    private static String statement(Statement statement) {
        return number("{\"code\":\"%s\",\"score\":%.4f}", statement.code(), statement.score());
    }

    private static void add(List<String> numbers, String key, OptionalDouble value) {
        value.ifPresent(v -> numbers.add(number("\"%s\":%.1f", key, v)));
    }

    private static String number(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private static String join(List<String> parts) {
        return String.join(",", parts);
    }
}
