package org.ecgnet.ecg;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the clinic may note beside the symptoms; every part may be missing. {@link #toString()} is masked: it may stand in
 * a log.
 *
 * @param onset when the complaint began, by the clinic's clock
 * @param oxygenPercent oxygen saturation by pulse oximeter (SpO2), 30 to 100
 * @param systolicMmHg blood pressure, 30 to 300
 * @param diastolicMmHg blood pressure, 10 to 200, below the systolic one when both are known
 */
public record Bedside(
        Optional<Instant> onset, OptionalInt oxygenPercent, OptionalInt systolicMmHg, OptionalInt diastolicMmHg) {

    public static final Bedside NONE =
            new Bedside(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Bedside {
        within("oxygenPercent", oxygenPercent, 30, 100);
        within("systolicMmHg", systolicMmHg, 30, 300);
        within("diastolicMmHg", diastolicMmHg, 10, 200);
        if (systolicMmHg.isPresent()
                && diastolicMmHg.isPresent()
                && diastolicMmHg.getAsInt() >= systolicMmHg.getAsInt()) {
            throw new IllegalArgumentException("diastolicMmHg: not below systolicMmHg (expected: below)");
        }
    }

    private static void within(String name, OptionalInt value, int from, int to) {
        if (value.isPresent() && (value.getAsInt() < from || value.getAsInt() > to)) {
            throw new IllegalArgumentException(name + ": out of range (expected: " + from + ".." + to + ")");
        }
    }

    @Override
    public String toString() {
        return "Bedside[masked]";
    }
}
