package org.ecgnet.triage.reversal;

import java.util.Arrays;
import java.util.List;
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
     * Least gain in log likelihood that names an exchange of chest electrodes. Proposed: an exchange is seen in 0.4 to 4 %
     * of ECGs, which stands e^3 to e^6 against it.
     */
    static final double LEAST_GAIN_CHEST = 3;

    /** For limb electrodes, which the paced and the infarcted imitate more often. */
    static final double LEAST_GAIN_LIMB = 5;

    /** For the one that a change of position imitates. */
    static final double LEAST_GAIN_POSSIBLE = 6;

    /**
     * For limb electrodes when the beats are paced or ventricular: proposed, above every gain of such hearts, simulated or
     * real, with their electrodes right. Their chest leads resemble no other's and are not judged.
     */
    static final double LEAST_GAIN_UNLIKE = 10;

    /** A limb lead below this share of the largest one is flat: the legs are at almost one potential. */
    static final double FLAT_SHARE = 0.12;

    /** What is below this in every limb lead is no complex to compare with. */
    static final double LEAST_MICROVOLTS = 80;

    private static final int HALF_WINDOW_MILLIS = 60;
    private static final double P_LED = 0.5;
    private static final double SURE_GAIN = 4;
    private static final double LEAST_P_MICROVOLTS = 8;
    private static final int V6 = Lead.INDEPENDENT_8.indexOf(Lead.V6);

    private Reversals() {}

    /**
     * How the electrodes seem to lie.
     *
     * @param recorded every recorded or derived lead, also those too flat to be measured
     * @param measured the usable ones
     * @param likeOthers false for paced and ventricular beats, which resemble those of the table less
     */
    public static Placement find(LeadSignals recorded, MeasuredEcg measured, boolean likeOthers) {
        Placement flat = flatLead(recorded, measured);
        if (!flat.equals(Placement.RIGHT) || !comparable(measured)) {
            return flat;
        }
        boolean led = measured.atrial().pShare() > P_LED;
        return likeliest(
                BeatSlices.of(
                        measured.medianBeat().orElseThrow(), measured.waves().orElseThrow(), led),
                CorrectBeats.LEARNT,
                likeOthers);
    }

    static Placement likeliest(BeatSlices beat, CorrectBeats correct, boolean likeOthers) {
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
        double least = leastGain(best, likeOthers);
        if (most >= least) {
            return Placement.exchanged(best, 1 / (1 + Math.exp((least - most) / SURE_GAIN)));
        }
        return likeOthers && mirrored(beat) ? Placement.MIRRORED : Placement.RIGHT;
    }

    private static double leastGain(ElectrodeSwap swap, boolean likeOthers) {
        if (!likeOthers) {
            return swap.limb() && !swap.possibleOnly() ? LEAST_GAIN_UNLIKE : Double.POSITIVE_INFINITY;
        }
        return swap.possibleOnly() ? LEAST_GAIN_POSSIBLE : swap.limb() ? LEAST_GAIN_LIMB : LEAST_GAIN_CHEST;
    }

    /** P and QRS negative in I as with the arms exchanged, but the QRS of V6 too, which no exchange of arms reaches. */
    private static boolean mirrored(BeatSlices beat) {
        double[] p = beat.microvolts().get(BeatSlices.P);
        double one = 0;
        double six = 0;
        for (double[] slice : beat.microvolts().subList(0, BeatSlices.QRS)) {
            one += slice[0];
            six += slice[V6];
        }
        return p.length > 0 && p[0] < -LEAST_P_MICROVOLTS && one < 0 && six < 0;
    }

    private static boolean comparable(MeasuredEcg measured) {
        return measured.medianBeat().isPresent()
                && measured.waves().isPresent()
                && measured.signals().leads().containsAll(Lead.INDEPENDENT_8);
    }

    /** An arm on the right leg flattens II or III, both arms on the legs I, while the other limb leads are alive. */
    private static Placement flatLead(LeadSignals recorded, MeasuredEcg measured) {
        Set<Lead> there = Set.copyOf(recorded.leads());
        if (measured.beats().isEmpty() || !there.containsAll(List.of(Lead.I, Lead.II, Lead.III))) {
            return Placement.RIGHT;
        }
        double one = complex(recorded, measured, Lead.I);
        double two = complex(recorded, measured, Lead.II);
        double three = complex(recorded, measured, Lead.III);
        double largest = Math.max(one, Math.max(two, three));
        double flat = FLAT_SHARE * largest;
        if (largest < LEAST_MICROVOLTS) {
            return Placement.RIGHT;
        }
        if (one < flat) {
            return Placement.ARMS_ON_LEGS;
        }
        if (two < flat) {
            return Placement.exchanged(ElectrodeSwap.RA_RL, 1 - two / flat / 2);
        }
        return three < flat ? Placement.exchanged(ElectrodeSwap.LA_RL, 1 - three / flat / 2) : Placement.RIGHT;
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
