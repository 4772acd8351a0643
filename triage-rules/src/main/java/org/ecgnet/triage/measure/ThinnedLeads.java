package org.ecgnet.triage.measure;

import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;

/**
 * Leads thinned to 167 to 374 samples a second: enough for the search for QRS, the shapes of beats, fibrillation and the
 * atria, none of which looks above 35 Hz. What is measured on a beat keeps the full rate.
 *
 * @param step samples of the recording to one here
 */
record ThinnedLeads(int step, LeadSignals signals) {

    private static final double HERTZ = 250;

    static ThinnedLeads of(LeadSignals full) {
        int hertz = full.rate().hertz();
        int step = Math.max(1, (int) Math.round(hertz / HERTZ));
        if (step == 1) {
            return new ThinnedLeads(1, full);
        }
        SampleRate rate = new SampleRate(Math.max(1, Math.round((float) hertz / step)));
        double[][] thin = new double[full.leads().size()][];
        for (int k = 0; k < thin.length; k++) {
            thin[k] = thinned(full.microvolts()[k], step, 0);
        }
        return new ThinnedLeads(step, LeadSignals.of(rate, full.leads(), thin));
    }

    /** Those that carry something of their own. */
    ThinnedLeads independent() {
        return new ThinnedLeads(step, signals.independent());
    }

    /** A median beat thinned so that its R stays on a sample. */
    MedianBeat of(MedianBeat full) {
        double[][] thin = new double[full.leads().size()][];
        for (int k = 0; k < thin.length; k++) {
            thin[k] = thinned(full.microvolts()[k], step, full.r() % step);
        }
        return new MedianBeat(signals.rate(), full.leads(), thin, full.r() / step, full.beats());
    }

    /** The boundaries on such a beat. */
    Delineation of(Delineation full, MedianBeat beat) {
        int first = beat.r() % step;
        return new Delineation(
                of(full.pOn(), first),
                of(full.pPeak(), first),
                of(full.pOff(), first),
                of(full.qrsOn(), first),
                of(full.qrsOff(), first),
                of(full.tPeak(), first),
                of(full.tOff(), first));
    }

    private OptionalInt of(OptionalInt sample, int first) {
        return sample.isEmpty() ? sample : OptionalInt.of(of(sample.getAsInt(), first));
    }

    private int of(int sample, int first) {
        return (sample - first + step / 2) / step;
    }

    /**
     * Means of {@code step} samples, each about its place, so that nothing above the new rate folds into the band.
     *
     * @param first the sample that becomes the first one
     */
    static double[] thinned(double[] x, int step, int first) {
        double[] out = new double[(x.length - first + step - 1) / step];
        for (int i = 0; i < out.length; i++) {
            int from = first + i * step - step / 2;
            int to = Math.min(x.length, from + step);
            double sum = 0;
            int start = Math.max(0, from);
            for (int n = start; n < to; n++) {
                sum += x[n];
            }
            out[i] = sum / (to - start);
        }
        return out;
    }
}
