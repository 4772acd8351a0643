package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.Smoothing;
import org.ecgnet.triage.signal.ZeroPhase;

/** Measures what the atria do, on signals from which the ventricles have been taken away. */
final class AtrialMeasuring {

    /** A wave correlating this well over all leads with the median P is one. */
    private static final double ALIKE = 0.5;

    /** Stretches before the QRS this much alike hold a P wave. */
    static final double P_AGAIN = 0.6;

    /** Frequencies of P waves; below, T waves and wander would look reproducible. */
    private static final double LOWEST_HERTZ = 2;

    private static final double HIGHEST_HERTZ = 20;

    private static final double P_MARGIN_MILLIS = 20;
    private static final double LEAST_P_MILLIS = 8;

    /** A P is looked for so many thinned samples around its place, which is about 16 ms. */
    private static final int MOST_SHIFT = 4;

    /** Behind the QRS a T wave that was not found is over by then. */
    private static final double T_END_MILLIS = 260;

    // everything thinned: the atria show nothing above 20 Hz
    private final LeadSignals level;
    private final MedianBeat median;
    private final Delineation waves;
    private final List<Beat> aligned;
    private final boolean[] dominant;
    private final double usualRr;

    private AtrialMeasuring(
            LeadSignals level,
            MedianBeat median,
            Delineation waves,
            List<Beat> aligned,
            boolean[] dominant,
            double usualRr) {
        this.level = level;
        this.median = median;
        this.waves = waves;
        this.aligned = aligned;
        this.dominant = dominant;
        this.usualRr = usualRr;
    }

    /** @param level all leads on one baseline */
    static AtrialActivity of(
            LeadSignals level,
            MedianBeat median,
            Delineation waves,
            List<Beat> beats,
            BeatClasses classes,
            double usualRr) {
        ThinnedLeads thin = ThinnedLeads.of(level);
        List<Beat> aligned = new ArrayList<>();
        boolean[] dominant = new boolean[beats.size()];
        for (int k = 0; k < dominant.length; k++) {
            Beat beat = beats.get(k);
            aligned.add(new Beat(classes.aligned(k) / thin.step(), beat.kind(), beat.wide()));
            dominant[k] = classes.of(k) == classes.dominant();
        }
        return new AtrialMeasuring(
                        thin.signals(),
                        thin.of(median),
                        thin.of(waves, median),
                        aligned,
                        dominant,
                        usualRr / thin.step())
                .measured(thin.step(), pMicrovolts(median, waves));
    }

    /**
     * The activity.
     *
     * @param step samples of the recording to one here
     * @param pMicrovolts measured at the full rate
     */
    private AtrialActivity measured(int step, double pMicrovolts) {
        LeadSignals bare = VentricularCancellation.of(level, median, waves, aligned, dominant);
        LeadSignals band = band(bare.independent());
        double reproducibility = PReproducibility.of(band, aligned, waves.qrsOn() - median.r(), usualRr);
        int tEnd = waves.tOff().orElse(waves.qrsOff() + level.rate().samplesIn(T_END_MILLIS)) - median.r();
        double prominence = PProminence.of(band, aligned, dominant, waves.qrsOn() - median.r(), tEnd);
        AtrialCycle cycle = cycle(bare);
        List<Integer> p = PTrain.of(band, aligned, waves, median.r(), reproducibility >= P_AGAIN).stream()
                .map(sample -> sample * step)
                .toList();
        return new AtrialActivity(
                pShare(), pMicrovolts, reproducibility, prominence, cycle.millis(), cycle.strength(), p);
    }

    private static LeadSignals band(LeadSignals signals) {
        SampleRate rate = signals.rate();
        double[][] band = ZeroPhase.filter(
                signals.microvolts(),
                rate.hertz(),
                Biquad.highPass(rate, LOWEST_HERTZ),
                Biquad.lowPass(rate, HIGHEST_HERTZ));
        return LeadSignals.of(rate, signals.leads(), band);
    }

    /**
     * The clearer of the cycle without QRS and T and of that without the QRS alone: flutter of a fixed ratio stands in the
     * median beat and would go with its T.
     */
    private AtrialCycle cycle(LeadSignals bare) {
        Delineation withoutT = new Delineation(
                waves.pOn(),
                waves.pPeak(),
                waves.pOff(),
                waves.qrsOn(),
                waves.qrsOff(),
                OptionalInt.empty(),
                OptionalInt.of(waves.qrsOff()));
        AtrialCycle one = AtrialCycle.of(bare.only(AtrialCycle.LEADS), usualRr);
        LeadSignals shown = level.only(AtrialCycle.LEADS);
        AtrialCycle other =
                AtrialCycle.of(VentricularCancellation.of(shown, median, withoutT, aligned, dominant), usualRr);
        return one.strength() > other.strength() ? one : other;
    }

    private double pShare() {
        Optional<double[]> template = template();
        if (template.isEmpty()) {
            return 0;
        }
        int from = pFrom(median, waves);
        int to = pTo(median, waves);
        int seen = 0;
        int asked = 0;
        for (Beat beat : aligned) {
            int at = beat.r() - median.r() + from;
            if (beat.usual() && at >= 0) {
                asked++;
                seen += bestNear(template.get(), at, to - from) >= ALIKE ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) seen / asked;
    }

    private double bestNear(double[] template, int at, int length) {
        double best = 0;
        double[] here = new double[template.length];
        for (int shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
            int start = at + shift;
            if (start >= 0 && start + length <= level.length()) {
                cut(level.microvolts(), start, length, here);
                best = Math.max(best, BeatClasses.correlation(template, here));
            }
        }
        return best;
    }

    private static int pFrom(MedianBeat beat, Delineation waves) {
        return Math.max(0, waves.pOn().orElse(0) - beat.rate().samplesIn(P_MARGIN_MILLIS));
    }

    private static int pTo(MedianBeat beat, Delineation waves) {
        return Math.min(
                waves.qrsOn(), waves.pOff().orElse(waves.qrsOn()) + beat.rate().samplesIn(P_MARGIN_MILLIS));
    }

    private static boolean hasP(MedianBeat beat, Delineation waves) {
        return waves.pOn().isPresent()
                && pTo(beat, waves) - pFrom(beat, waves) >= beat.rate().samplesIn(LEAST_P_MILLIS);
    }

    private Optional<double[]> template() {
        if (!hasP(median, waves)) {
            return Optional.empty();
        }
        int from = pFrom(median, waves);
        int length = pTo(median, waves) - from;
        double[] template = new double[median.leads().size() * length];
        cut(median.microvolts(), from, length, template);
        return Optional.of(template);
    }

    private static double pMicrovolts(MedianBeat beat, Delineation waves) {
        if (!hasP(beat, waves)) {
            return 0;
        }
        double largest = 0;
        for (double[] lead : beat.microvolts()) {
            largest = Math.max(largest, Smoothing.swing(lead, pFrom(beat, waves), pTo(beat, waves)));
        }
        return largest;
    }

    /** A stretch of all leads one after the other, each less its mean. */
    private static void cut(double[][] leads, int from, int length, double[] out) {
        for (int k = 0; k < leads.length; k++) {
            double[] lead = leads[k];
            double mean = Smoothing.meanOf(lead, from, from + length);
            for (int i = 0; i < length; i++) {
                out[k * length + i] = lead[from + i] - mean;
            }
        }
    }
}
