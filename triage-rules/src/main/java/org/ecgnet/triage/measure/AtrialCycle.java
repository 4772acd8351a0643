package org.ecgnet.triage.measure;

import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.Smoothing;
import org.ecgnet.triage.signal.ZeroPhase;

/**
 * The cycle of fast regular atria, as in flutter: the lag at which the leads that show flutter waves best repeat themselves.
 *
 * @param millis length of a cycle; 0 without one
 * @param strength autocorrelation at that lag over the leads together, -1 to 1
 */
record AtrialCycle(double millis, double strength) {

    static final AtrialCycle NONE = new AtrialCycle(0, 0);

    /** 353 to 200 waves a minute: flutter, slowed flutter under drugs included (ESC 2019). */
    private static final int SHORTEST_MILLIS = 170;

    private static final int LONGEST_MILLIS = 300;

    /** A lag this near to the RR interval repeats the beats, not the atria. */
    private static final double MOST_OF_RR = 0.7;

    /** Keeps the first harmonics of the slowest flutter and leaves most of T. */
    private static final double LOWEST_HERTZ = 3.5;

    private static final double HIGHEST_HERTZ = 15;

    /** The leads in which flutter waves show best. */
    static final Set<Lead> LEADS = Set.of(Lead.II, Lead.III, Lead.AVF, Lead.V1);

    /** Products of a band that ends at 15 Hz end at 30 Hz: their sum needs every fourth of 167 to 374 samples a second. */
    private static final int STRIDE = 4;

    /**
     * The cycle, of leads thinned to 167 to 374 samples a second.
     *
     * @param cancelled of {@link #LEADS} those that there are, from which the beats have been taken away
     */
    static AtrialCycle of(LeadSignals cancelled, double rrSamples) {
        SampleRate rate = cancelled.rate();
        int shortest = (int) (SHORTEST_MILLIS * rate.hertz() / 1000.0);
        int longest = (int) Math.min(rate.samplesIn(LONGEST_MILLIS), MOST_OF_RR * rrSamples);
        if (longest <= shortest) {
            return NONE;
        }
        double[] both = new double[longest + 2];
        double[] own = new double[longest + 2];
        Biquad high = Biquad.highPass(rate, LOWEST_HERTZ);
        Biquad low = Biquad.lowPass(rate, HIGHEST_HERTZ);
        for (double[] x : ZeroPhase.filter(cancelled.microvolts(), rate.hertz(), high, low)) {
            add(x, shortest - 1, Math.min(longest + 1, x.length - 1), both, own);
        }
        AtrialCycle best = NONE;
        for (int lag = shortest; lag <= longest; lag++) {
            double here = at(both, own, lag);
            boolean peak = here >= at(both, own, lag - 1) && here >= at(both, own, lag + 1);
            if (peak && here > best.strength) {
                best = new AtrialCycle(rate.millisAt(lag), here);
            }
        }
        return best;
    }

    private static void add(double[] x, int first, int last, double[] both, double[] own) {
        double[][] every = new double[STRIDE][];
        double[][] power = new double[STRIDE][];
        for (int phase = 0; phase < STRIDE; phase++) {
            every[phase] = every(x, phase);
            power[phase] = powers(every[phase]);
        }
        for (int lag = first; lag <= last; lag++) {
            double[] late = every[lag % STRIDE];
            double[] latePower = power[lag % STRIDE];
            int skipped = lag / STRIDE;
            int terms = late.length - skipped;
            both[lag] += Smoothing.product(late, skipped, every[0], 0, terms);
            own[lag] += (latePower[late.length] - latePower[skipped] + power[0][terms]) / 2;
        }
    }

    /** Every so many samples from one on. */
    private static double[] every(double[] x, int phase) {
        double[] some = new double[(x.length - phase + STRIDE - 1) / STRIDE];
        for (int i = 0; i < some.length; i++) {
            some[i] = x[phase + i * STRIDE];
        }
        return some;
    }

    /** Sums of squares of so many first samples. */
    private static double[] powers(double[] x) {
        double[] sums = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            sums[i + 1] = sums[i] + x[i] * x[i];
        }
        return sums;
    }

    private static double at(double[] both, double[] own, int lag) {
        return own[lag] > 0 ? both[lag] / own[lag] : 0;
    }
}
