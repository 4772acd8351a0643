package org.ecgnet.triage.measure;

/**
 * Takes back what the smoothing of a slope adds to a wave: it moves a boundary inwards while the path of all leads keeps to
 * the straight line that it follows outside. A sharp corner is met to the sample; where a real wave leaves its level
 * gradually, or noise hides the corner, the boundary stays.
 */
final class Corner {

    private final double[][] leads;
    private final double tolerance;

    /**
     * @param from first sample of the wave; {@code to} is its last
     * @param share of the wave's furthest distance from its first sample that still counts as on the line
     */
    Corner(double[][] leads, int from, int to, double share) {
        this.leads = leads;
        double largest = 0;
        for (int i = from; i <= to && leads.length > 0; i++) {
            double sum = 0;
            for (double[] x : leads) {
                sum += (x[i] - x[from]) * (x[i] - x[from]);
            }
            largest = Math.max(largest, sum);
        }
        this.tolerance = share * Math.sqrt(largest);
    }

    /**
     * The boundary moved inwards.
     *
     * @param step 1 for an onset, -1 for an end
     * @param most samples that it may move
     * @param outside samples outside that give the line
     */
    int inwards(int boundary, int step, int most, int outside) {
        if (leads.length == 0) {
            return boundary;
        }
        double[][] lines = new double[leads.length][];
        for (int k = 0; k < leads.length; k++) {
            lines[k] = line(leads[k], boundary, -step, outside);
        }
        int at = boundary;
        int length = leads[0].length;
        while (Math.abs(at - boundary) < most
                && at + step >= 0
                && at + step < length
                && away(at + step, boundary, lines) <= tolerance) {
            at += step;
        }
        return at;
    }

    private double away(int at, int boundary, double[][] lines) {
        double sum = 0;
        for (int k = 0; k < leads.length; k++) {
            double d = leads[k][at] - lines[k][0] - lines[k][1] * (at - boundary);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /** Level at the boundary and slope a sample of the least-squares line through so many samples outside it. */
    private static double[] line(double[] x, int boundary, int step, int samples) {
        double sum = 0;
        double middle = 0;
        int count = 0;
        for (int i = boundary, n = 0; n < samples && i >= 0 && i < x.length; n++, i += step) {
            sum += x[i];
            middle += i - boundary;
            count++;
        }
        double mean = sum / Math.max(1, count);
        middle /= Math.max(1, count);
        double xy = 0;
        double xx = 0;
        for (int i = boundary, n = 0; n < count; n++, i += step) {
            xy += (i - boundary - middle) * (x[i] - mean);
            xx += (i - boundary - middle) * (i - boundary - middle);
        }
        double slope = xx > 0 ? xy / xx : 0;
        return new double[] {mean - slope * middle, slope};
    }
}
