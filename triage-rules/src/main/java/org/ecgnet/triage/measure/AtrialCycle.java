package org.ecgnet.triage.measure;

import java.util.stream.Stream;
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

    /** Looks in II, III, aVF and V1, those that there are; the beats must have been taken away before. */
    static AtrialCycle of(LeadSignals cancelled, double rrSamples) {
        SampleRate rate = cancelled.rate();
        int shortest = rate.samplesIn(SHORTEST_MILLIS);
        int longest = (int) Math.min(rate.samplesIn(LONGEST_MILLIS), MOST_OF_RR * rrSamples);
        int step = Math.max(1, rate.samplesIn(4));
        if (longest <= shortest) {
            return NONE;
        }
        double[] both = new double[longest + step + 1];
        double[] own = new double[longest + step + 1];
        double[][] leads = Stream.of(Lead.II, Lead.III, Lead.AVF, Lead.V1)
                .filter(cancelled.leads()::contains)
                .map(cancelled::of)
                .toArray(double[][]::new);
        Biquad high = Biquad.highPass(rate, LOWEST_HERTZ);
        Biquad low = Biquad.lowPass(rate, HIGHEST_HERTZ);
        for (double[] x : ZeroPhase.filter(leads, rate.hertz(), high, low)) {
            add(x, shortest - step, longest + step, step, both, own);
        }
        AtrialCycle best = NONE;
        for (int lag = shortest; lag <= longest; lag += step) {
            double here = at(both, own, lag);
            boolean peak = here >= at(both, own, lag - step) && here >= at(both, own, lag + step);
            if (peak && here > best.strength) {
                best = new AtrialCycle(rate.millisAt(lag), here);
            }
        }
        return best;
    }

    private static void add(double[] x, int first, int last, int step, double[] both, double[] own) {
        // of a band that ends at 15 Hz every second step is enough to sum over
        int stride = 2 * step;
        for (int lag = first; lag <= last && lag < x.length; lag += step) {
            double products = 0;
            double squares = 0;
            double earlier = 0;
            for (int i = lag; i < x.length; i += stride) {
                double a = x[i];
                double b = x[i - lag];
                products += a * b;
                squares += a * a;
                earlier += b * b;
            }
            both[lag] += products;
            own[lag] += (squares + earlier) / 2;
        }
    }

    private static double at(double[] both, double[] own, int lag) {
        return own[lag] > 0 ? both[lag] / own[lag] : 0;
    }
}
