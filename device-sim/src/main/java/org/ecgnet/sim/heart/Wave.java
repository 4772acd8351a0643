package org.ecgnet.sim.heart;

/**
 * One bump of a beat in all leads.
 *
 * @param atMillis centre, from the R reference of the beat
 * @param widthMillis standard deviation of a Gaussian; half length of a plateau or spike
 * @param microvolts by lead of {@link LeadVector#ORDER}
 */
record Wave(WaveKind kind, double atMillis, double widthMillis, double[] microvolts) {

    /** Beyond so many widths a Gaussian is below 4 parts in a million. */
    private static final double REACH = 5;

    /** A raised ST segment leaves the QRS quickly and runs slowly into the fall of T. */
    private static final double RISE_MILLIS = 6;

    private static final double FALL_MILLIS = 20;

    /** 0 to 1 at a time from the R reference. */
    double shape(double millis) {
        double from = Math.abs(millis - atMillis);
        return switch (kind) {
            case P, QRS, T, U -> {
                double z = from / widthMillis;
                yield z > REACH ? 0 : StrictMath.exp(-z * z / 2);
            }
            case ST -> {
                double late = millis - atMillis;
                yield 1
                        / (1 + StrictMath.exp((-late - widthMillis) / RISE_MILLIS))
                        / (1 + StrictMath.exp((late - widthMillis) / FALL_MILLIS));
            }
            case SPIKE -> from <= widthMillis ? 1 : 0;
        };
    }

    double reachMillis() {
        return switch (kind) {
            case P, QRS, T, U -> REACH * widthMillis;
            case ST -> widthMillis + 12 * FALL_MILLIS;
            case SPIKE -> widthMillis;
        };
    }

    Wave moved(double millis, double stretch) {
        return new Wave(kind, millis, widthMillis * stretch, microvolts);
    }
}
