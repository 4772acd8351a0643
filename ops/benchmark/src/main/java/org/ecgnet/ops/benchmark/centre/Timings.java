package org.ecgnet.ops.benchmark.centre;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Round trips of one kind of request, in milliseconds as a client on the same machine sees them. */
record Timings(String what, double[] millis) {

    Timings(String what, List<Double> millis) {
        this(what, millis.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** The smallest that is not exceeded by this share of all. */
    double percentile(double share) {
        return millis[(int) Math.min(millis.length - 1.0, Math.ceil(share * millis.length) - 1)];
    }

    /** A line of a Markdown table. */
    String row(double goal) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.0f |",
                what,
                millis.length,
                percentile(0.5),
                percentile(0.9),
                percentile(0.99),
                Arrays.stream(millis).max().orElse(0),
                goal);
    }
}
