package org.ecgnet.triage.reversal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.MedianBeat;

/**
 * A beat as a few instants of the eight independent leads: six equal parts of the QRS, P and T.
 *
 * @param microvolts by slice and lead (I, II, V1 to V6); a slice that the beat does not have is empty
 */
public record BeatSlices(List<double[]> microvolts) {

    /** Parts of the QRS. */
    static final int QRS = 6;

    /** Position of the P and the T slice, and how many there are. */
    static final int P = QRS;

    static final int T = QRS + 1;
    public static final int COUNT = QRS + 2;

    private static final double[] ABSENT = new double[0];

    /** Added to the size of a P or T before it is scaled, so that one near the noise counts little. */
    private static final double P_FLOOR_MICROVOLTS = 15;

    private static final double T_FLOOR_MICROVOLTS = 40;

    public BeatSlices {
        microvolts = List.copyOf(microvolts);
    }

    /**
     * The slices of a median beat that has the eight leads.
     *
     * @param withP whether P waves lead the beats; without, what was taken for P tells nothing
     */
    public static BeatSlices of(MedianBeat beat, Delineation waves, boolean withP) {
        double[][] eight = Lead.INDEPENDENT_8.stream()
                .map(lead -> beat.microvolts()[beat.leads().indexOf(lead)])
                .toArray(double[][]::new);
        int level = beat.rate().samplesIn(12);
        double[] zero = mean(eight, waves.qrsOn() - level, waves.qrsOn());
        List<double[]> slices = new ArrayList<>();
        double step = (double) (waves.qrsOff() - waves.qrsOn()) / QRS;
        for (int k = 0; k < QRS; k++) {
            int from = (int) Math.rint(waves.qrsOn() + k * step);
            int to = Math.max(from + 1, (int) Math.rint(waves.qrsOn() + (k + 1) * step));
            slices.add(less(mean(eight, from, to), zero));
        }
        slices.add(withP && waves.pOn().isPresent() && waves.pOff().isPresent() ? p(eight, beat, waves) : ABSENT);
        int half = beat.rate().samplesIn(20);
        slices.add(
                waves.tPeak().isPresent()
                        ? less(
                                mean(
                                        eight,
                                        waves.tPeak().getAsInt() - half,
                                        waves.tPeak().getAsInt() + half + 1),
                                zero)
                        : ABSENT);
        return new BeatSlices(slices);
    }

    /** The same beat with every instant changed alike. */
    public BeatSlices each(UnaryOperator<double[]> change) {
        return new BeatSlices(microvolts.stream()
                .map(slice -> slice.length == 0 ? slice : change.apply(slice))
                .toList());
    }

    /**
     * The slices without their size: QRS parts against the root mean square of all of them, P and T each against its own
     * plus a floor. An absent slice stays empty.
     */
    public List<double[]> scaled() {
        double square = 0;
        for (int k = 0; k < QRS; k++) {
            square += meanSquare(microvolts.get(k)) / QRS;
        }
        double size = Math.sqrt(square) + 1e-6;
        List<double[]> scaled = new ArrayList<>();
        for (int k = 0; k < COUNT; k++) {
            double[] slice = microvolts.get(k);
            double by = k == P
                    ? Math.sqrt(meanSquare(slice)) + P_FLOOR_MICROVOLTS
                    : k == T ? Math.sqrt(meanSquare(slice)) + T_FLOOR_MICROVOLTS : size;
            double[] out = slice.clone();
            for (int lead = 0; lead < out.length; lead++) {
                out[lead] /= by;
            }
            scaled.add(out);
        }
        return scaled;
    }

    /** P against the line between its ends, so that a T before it does not tilt it. */
    private static double[] p(double[][] eight, MedianBeat beat, Delineation waves) {
        int from = Math.max(0, waves.pOn().orElse(0) - beat.rate().samplesIn(6));
        int to = Math.min(
                eight[0].length - 1, waves.pOff().orElse(0) + beat.rate().samplesIn(2));
        if (to - from < 4) {
            return ABSENT;
        }
        double[] start = mean(eight, from, from + 3);
        double[] end = mean(eight, to - 2, to + 1);
        double[] whole = mean(eight, from, to + 1);
        for (int lead = 0; lead < whole.length; lead++) {
            whole[lead] -= (start[lead] + end[lead]) / 2;
        }
        return whole;
    }

    private static double[] mean(double[][] leads, int from, int to) {
        int start = Math.max(0, Math.min(from, leads[0].length - 1));
        int end = Math.max(start + 1, Math.min(to, leads[0].length));
        double[] mean = new double[leads.length];
        for (int lead = 0; lead < leads.length; lead++) {
            for (int i = start; i < end; i++) {
                mean[lead] += leads[lead][i] / (end - start);
            }
        }
        return mean;
    }

    private static double[] less(double[] slice, double[] zero) {
        for (int lead = 0; lead < slice.length; lead++) {
            slice[lead] -= zero[lead];
        }
        return slice;
    }

    private static double meanSquare(double[] slice) {
        double square = 0;
        for (double value : slice) {
            square += value * value / slice.length;
        }
        return square;
    }
}
