package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.ZeroPhase;

/**
 * How much the signal looks like ventricular fibrillation or flutter, in windows of {@value #WINDOW_SECONDS} s that move
 * by a second.
 */
public record Fibrillation(List<Window> windows) {

    /** Long enough for the features, short enough to ring within 10 s of the onset (SIGNALS section 3). */
    public static final int WINDOW_SECONDS = 4;

    public Fibrillation {
        windows = List.copyOf(windows);
    }

    /**
     * One window.
     *
     * @param fromSample its first sample
     * @param leadFeatures by lead, as {@link FibrillationFeatures#of} gives them
     * @param scores by lead: probability of fibrillation, 0 to 1
     */
    public record Window(int fromSample, List<Lead> leads, double[][] leadFeatures, double[] scores) {

        /** Leads too small to fibrillate: below this root mean square a trace without QRS is asystole. */
        private static final double LEAST_MICROVOLTS = 30;

        /** VF waves come 150 to 500 times a minute (CLINICAL 2.4, R03). */
        private static final double LEAST_HERTZ = 150 / 60.0;

        private static final double MOST_HERTZ = 500 / 60.0;

        /** The leads that look like fibrillation. */
        public List<Lead> fibrillating() {
            List<Lead> found = new ArrayList<>();
            for (int k = 0; k < scores.length; k++) {
                double[] f = leadFeatures[k];
                if (scores[k] >= 0.5 && f[6] >= LEAST_MICROVOLTS && f[4] >= LEAST_HERTZ && f[4] <= MOST_HERTZ) {
                    found.add(leads.get(k));
                }
            }
            return found;
        }

        /** Mean dominant frequency over the leads, waves a minute. */
        public double wavesPerMinute() {
            double sum = 0;
            for (double[] f : leadFeatures) {
                sum += f[4] * 60;
            }
            return leadFeatures.length == 0 ? 0 : sum / leadFeatures.length;
        }

        /** Mean over the leads of how well the waves repeat themselves after 100 to 400 ms, -1 to 1. */
        public double repeats() {
            double sum = 0;
            for (double[] f : leadFeatures) {
                sum += f[5];
            }
            return leadFeatures.length == 0 ? 0 : sum / leadFeatures.length;
        }

        /** Three leads or more, or all when there are fewer; and the most of them. */
        public boolean positive() {
            int most = Math.max(Math.min(3, leads.size()), (leads.size() + 1) / 2);
            return !leads.isEmpty() && fibrillating().size() >= most;
        }
    }

    /** The longest run of positive windows, first window to last; empty without any. */
    public List<Window> longestRun() {
        List<Window> best = List.of();
        List<Window> run = new ArrayList<>();
        for (Window window : windows) {
            if (window.positive()) {
                run.add(window);
            } else {
                run = new ArrayList<>();
            }
            best = run.size() > best.size() ? List.copyOf(run) : best;
        }
        return best;
    }

    /** Windows over the independent leads of a recording. */
    public static Fibrillation of(LeadSignals independent) {
        return of(independent, ThinnedLeads.of(independent));
    }

    /**
     * The same where the leads have been thinned already: to the rate of the recordings on which the features were fitted.
     */
    static Fibrillation of(LeadSignals independent, ThinnedLeads thin) {
        int second = independent.rate().hertz();
        SampleRate rate = thin.signals().rate();
        double[][] raw = thin.signals().microvolts();
        double[][] band = ZeroPhase.filter(raw, rate.hertz(), Biquad.highPass(rate, 1), Biquad.lowPass(rate, 30));
        int width = WINDOW_SECONDS * second;
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from + width <= independent.length(); from += second) {
            double[][] features = new double[band.length][];
            double[] scores = new double[band.length];
            for (int k = 0; k < band.length; k++) {
                features[k] = FibrillationFeatures.of(band[k], from / thin.step(), (from + width) / thin.step(), rate);
                scores[k] = FibrillationFeatures.probability(features[k]);
            }
            windows.add(new Window(from, independent.leads(), features, scores));
        }
        return new Fibrillation(windows);
    }
}
