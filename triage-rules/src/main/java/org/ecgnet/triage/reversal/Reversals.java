package org.ecgnet.triage.reversal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.MeasuredEcg;

/**
 * Looks for an exchange of electrodes by comparing hypotheses: each exchange is undone, and the one whose undoing makes
 * the beat much more like a correctly recorded one is named (the idea is that of Kors and van Herpen, Am J
 * Cardiol 2001;88:396, quoted from memory).
 */
public final class Reversals {

    /**
     * Least gain in log likelihood that names an exchange. Proposed: an exchange is seen in
     * 0.4 to 4 % of ECGs, which stands e^3 to e^6 against it.
     */
    static final double LEAST_GAIN = 4;

    /** For the one that a change of position imitates. */
    static final double LEAST_GAIN_POSSIBLE = 6;

    /** A limb lead below this share of the largest one is flat: the legs are at almost one potential. */
    static final double FLAT_SHARE = 0.12;

    /** What is below this in every lead is no complex to compare with. */
    static final double LEAST_MICROVOLTS = 200;

    private static final int HALF_WINDOW_MILLIS = 60;
    private static final double P_LED = 0.5;
    private static final double SURE_GAIN = 4;

    private Reversals() {}

    /**
     * The exchange that explains the recording better than none.
     *
     * @param recorded every recorded or derived lead, also those too flat to be measured
     * @param measured the usable ones, with at least one dominant beat
     */
    public static Optional<LeadReversal> find(LeadSignals recorded, MeasuredEcg measured) {
        Optional<LeadReversal> flat = flatLead(recorded, measured);
        if (flat.isPresent() || !comparable(measured)) {
            return flat;
        }
        boolean led = measured.atrial().pShare() > P_LED;
        BeatSlices beat = BeatSlices.of(
                measured.medianBeat().orElseThrow(), measured.waves().orElseThrow(), led);
        return likeliest(beat, CorrectBeats.LEARNT);
    }

    static Optional<LeadReversal> likeliest(BeatSlices beat, CorrectBeats correct) {
        double asRecorded = correct.logLikelihood(beat);
        ElectrodeSwap best = ElectrodeSwap.RA_LA;
        double most = Double.NEGATIVE_INFINITY;
        for (ElectrodeSwap swap : ElectrodeSwap.reversible()) {
            double gain = correct.logLikelihood(beat.each(swap::of)) - asRecorded;
            if (gain > most) {
                best = swap;
                most = gain;
            }
        }
        double least = best.possibleOnly() ? LEAST_GAIN_POSSIBLE : LEAST_GAIN;
        return most < least
                ? Optional.empty()
                : Optional.of(new LeadReversal(best, 1 / (1 + Math.exp((least - most) / SURE_GAIN))));
    }

    private static boolean comparable(MeasuredEcg measured) {
        return measured.medianBeat().isPresent()
                && measured.waves().isPresent()
                && measured.signals().leads().containsAll(Lead.INDEPENDENT_8);
    }

    /** RA or LA on the right leg: II or III is flat while the other limb leads are not. */
    private static Optional<LeadReversal> flatLead(LeadSignals recorded, MeasuredEcg measured) {
        Set<Lead> there = Set.copyOf(recorded.leads());
        if (measured.beats().isEmpty() || !there.containsAll(List.of(Lead.I, Lead.II, Lead.III))) {
            return Optional.empty();
        }
        double one = complex(recorded, measured, Lead.I);
        double two = complex(recorded, measured, Lead.II);
        double three = complex(recorded, measured, Lead.III);
        double largest = Math.max(one, Math.max(two, three));
        if (largest < LEAST_MICROVOLTS || one < 2 * FLAT_SHARE * largest) {
            return Optional.empty();
        }
        if (two < FLAT_SHARE * largest) {
            return Optional.of(new LeadReversal(ElectrodeSwap.RA_RL, 1 - two / largest / FLAT_SHARE / 2));
        }
        return three < FLAT_SHARE * largest
                ? Optional.of(new LeadReversal(ElectrodeSwap.LA_RL, 1 - three / largest / FLAT_SHARE / 2))
                : Optional.empty();
    }

    /** Median over the beats of the range around R, microvolts. */
    private static double complex(LeadSignals recorded, MeasuredEcg measured, Lead lead) {
        double[] x = recorded.of(lead);
        int half = recorded.rate().samplesIn(HALF_WINDOW_MILLIS);
        double[] ranges = measured.rSamples().stream()
                .mapToDouble(r -> range(x, r - half, r + half + 1))
                .sorted()
                .toArray();
        return ranges[ranges.length / 2];
    }

    private static double range(double[] x, int from, int to) {
        double[] part =
                Arrays.copyOfRange(x, Math.max(0, from), Math.max(Math.max(0, from) + 1, Math.min(to, x.length)));
        return Arrays.stream(part).max().orElse(0) - Arrays.stream(part).min().orElse(0);
    }
}
