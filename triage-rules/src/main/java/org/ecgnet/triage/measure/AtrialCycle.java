package org.ecgnet.triage.measure;

import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
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

    /** Of a band that ends at 15 Hz every second of 167 to 374 samples a second is enough to sum over. */
    private static final int STRIDE = 2;

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
        double[] power = new double[x.length];
        for (int i = 0; i < power.length; i++) {
            power[i] = x[i] * x[i] + (i < STRIDE ? 0 : power[i - STRIDE]);
        }
        for (int lag = first; lag <= last; lag++) {
            both[lag] += products(x, lag);
            int terms = (x.length - 1 - lag) / STRIDE;
            double squares = power[lag + terms * STRIDE] - power[lag - STRIDE];
            own[lag] += (squares + power[terms * STRIDE]) / 2;
        }
    }

    /** Two sums side by side: a single one waits for itself. */
    private static double products(double[] x, int lag) {
        double even = 0;
        double odd = 0;
        int i = lag;
        for (; i + STRIDE < x.length; i += 2 * STRIDE) {
            even += x[i] * x[i - lag];
            odd += x[i + STRIDE] * x[i + STRIDE - lag];
        }
        return even + odd + (i < x.length ? x[i] * x[i - lag] : 0);
    }

    private static double at(double[] both, double[] own, int lag) {
        return own[lag] > 0 ? both[lag] / own[lag] : 0;
    }
}
