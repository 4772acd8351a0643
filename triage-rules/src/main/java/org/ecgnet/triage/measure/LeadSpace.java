package org.ecgnet.triage.measure;

import org.ecgnet.triage.signal.Smoothing;

/**
 * A beat as the path of one point whose coordinates are the leads: a wave that one lead hardly shows is seen by the others.
 *
 * <p>The boundary of a wave is the corner of the trapezium method (Vazquez-Seisdedos 2011) on the distance from the wave's
 * flank: it needs no threshold.
 */
final class LeadSpace {

    private final double[][] smooth;

    /** @param width samples of smoothing */
    LeadSpace(double[][] leads, int width) {
        this.smooth = new double[leads.length][];
        for (int k = 0; k < leads.length; k++) {
            smooth[k] = Smoothing.mean(leads[k], width);
        }
    }

    int length() {
        return smooth.length == 0 ? 0 : smooth[0].length;
    }

    /** How far the hump at a sample stands out from both neighbours: the sum over the leads of the lesser side. */
    double prominence(int at, int before, int after) {
        double sum = 0;
        for (double[] x : smooth) {
            double left = x[at] - x[before];
            double right = x[at] - x[after];
            sum += left * right > 0 ? Math.min(Math.abs(left), Math.abs(right)) : 0;
        }
        return sum;
    }

    /** How far the path has gone from one sample to another. */
    double distance(int a, int b) {
        double sum = 0;
        for (double[] x : smooth) {
            sum += (x[a] - x[b]) * (x[a] - x[b]);
        }
        return Math.sqrt(sum);
    }

    /** The corner between a flank and a far sample before or after it, in all leads together. */
    int corner(int flank, int far) {
        int step = Integer.signum(far - flank);
        int best = flank;
        double most = 0;
        for (int i = flank; i != far + step && step != 0; i += step) {
            double area = distance(flank, i) * (Math.abs(far - i) + Math.abs(far - flank));
            if (area > most) {
                most = area;
                best = i;
            }
        }
        return best;
    }

    /** The corner in one lead alone. */
    int corner(int lead, int flank, int far) {
        double[] x = smooth[lead];
        int step = Integer.signum(far - flank);
        int best = flank;
        double most = 0;
        for (int i = flank; i != far + step && step != 0; i += step) {
            double area = Math.abs(x[flank] - x[i]) * (Math.abs(far - i) + Math.abs(far - flank));
            if (area > most) {
                most = area;
                best = i;
            }
        }
        return best;
    }

    /** The largest deviation of a lead from the line between two samples. */
    int peak(int lead, int from, int to) {
        double[] x = smooth[lead];
        int best = (from + to) / 2;
        double most = 0;
        for (int i = from; i <= to; i++) {
            double line = x[from] + (x[to] - x[from]) * (i - from) / Math.max(1, to - from);
            if (Math.abs(x[i] - line) > most) {
                most = Math.abs(x[i] - line);
                best = i;
            }
        }
        return best;
    }

    double[] lead(int lead) {
        return smooth[lead];
    }
}
