package org.ecgnet.triage.measure;

import java.util.Arrays;

/** Finds how far a wave of one beat lies from where the median beat has it, by the best correlation over all leads. */
final class WaveShift {

    private final double[][] leads;
    private final double[][] template;
    private final int length;

    /** @param from first sample of the wave in the median beat; {@code to} is the one after its last */
    WaveShift(double[][] median, int from, int to, double[][] leads) {
        this.leads = leads;
        this.length = to - from;
        this.template = new double[median.length][];
        for (int k = 0; k < median.length; k++) {
            template[k] = Arrays.copyOfRange(median[k], from, to);
        }
    }

    /** @param samples later than in the median beat; {@code alike} is the correlation there, 0 outside the recording */
    record Best(int samples, double alike) {}

    /** The best shift of up to so many samples either way of a beat in which the wave should begin at a sample. */
    Best around(int start, int reach, int step) {
        Best best = new Best(0, correlation(start));
        double middle = best.alike;
        for (int shift = step; shift <= reach; shift += step) {
            for (int s : new int[] {-shift, shift}) {
                double alike = correlation(start + s);
                best = alike > best.alike ? new Best(s, alike) : best;
            }
        }
        // a shift must be worth it: noise alone finds a little more correlation somewhere
        return best.alike - middle < 0.02 ? new Best(0, middle) : best;
    }

    private double correlation(int start) {
        if (start < 0 || leads.length == 0 || start + length > leads[0].length) {
            return 0;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < leads.length; k++) {
            double meanA = 0;
            double meanB = 0;
            for (int i = 0; i < length; i++) {
                meanA += template[k][i] / length;
                meanB += leads[k][start + i] / length;
            }
            for (int i = 0; i < length; i++) {
                double a = template[k][i] - meanA;
                double b = leads[k][start + i] - meanB;
                ab += a * b;
                aa += a * a;
                bb += b * b;
            }
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
}
