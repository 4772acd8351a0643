package org.ecgnet.ops.evaluate.score;

import java.util.Locale;

/** So many of so many, with Wilson's 95 % interval (Wilson 1927). */
public record Share(int hits, int all) {

    private static final double Z = 1.959964;

    /** 0 to 1; not a number of nothing. */
    public double value() {
        return (double) hits / all;
    }

    /** Lower end of the interval. */
    public double low() {
        return Math.max(0, centre() - half());
    }

    /** Upper end of the interval. */
    public double high() {
        return Math.min(1, centre() + half());
    }

    private double centre() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double half() {
        double p = value();
        return Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    }

    /** In percent with its interval and counts, such as {@code 99.8 [99.1-100.0] (512/513)}; a dash of nothing. */
    public String percent(int digits) {
        String form = "%." + digits + "f [%." + digits + "f-%." + digits + "f] (%d/%d)";
        return all == 0 ? "-" : String.format(Locale.ROOT, form, 100 * value(), 100 * low(), 100 * high(), hits, all);
    }

    String percent() {
        return percent(1);
    }
}
