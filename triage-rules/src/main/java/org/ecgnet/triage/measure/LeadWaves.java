package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * P and T of each lead of a median beat, each bounded by the other: where beats follow closely, T has ended before the next P
 * rises, and P begins after the T before it.
 *
 * @param p by lead onset, peak and end; empty when none stands out
 * @param t likewise; empty when there is no room for one
 */
record LeadWaves(Optional<int[][]> p, Optional<int[][]> t) {

    /** P's rise lasts this long at least: T ends before it. */
    private static final int RISE_MILLIS = 30;

    /** Where no P is found, T ends this long before the QRS. */
    private static final int NO_P_MILLIS = 64;

    private static final int GUARD_MILLIS = 16;

    /** P over all leads begins no earlier than this before the leads' own. */
    private static final int EARLIER_MILLIS = 20;

    /** @param rrSamples usual distance of beats */
    static LeadWaves of(MedianBeat beat, Delineation global, double rrSamples) {
        return of(BeatScales.of(beat), global, rrSamples);
    }

    static LeadWaves of(BeatScales scales, Delineation global, double rrSamples) {
        MedianBeat beat = scales.beat();
        Optional<int[][]> alone = LeadP.of(scales, global.qrsOn(), 0);
        int next = alone.map(p -> middle(p, 1) - beat.rate().samplesIn(RISE_MILLIS))
                .orElse(global.pOn().orElse(global.qrsOn() - beat.rate().samplesIn(NO_P_MILLIS))
                        - beat.rate().samplesIn(GUARD_MILLIS));
        Optional<int[][]> t = LeadT.of(scales, global, (int) rrSamples + next);
        Optional<int[][]> p =
                t.isEmpty() ? alone : LeadP.of(scales, global.qrsOn(), middle(t.orElseThrow(), 2) - (int) rrSamples);
        return new LeadWaves(p, t);
    }

    /** The sample before which no P of all leads together begins: shortly before the T of the beat before ends, or P of a lead. */
    static int earliestP(BeatScales beat, QrsBounds qrs, double rrSamples) {
        OptionalInt none = OptionalInt.empty();
        LeadWaves found = of(beat, new Delineation(none, none, none, qrs.on(), qrs.off(), none, none), rrSamples);
        int afterT = found.t.map(t -> middle(t, 2) - (int) rrSamples).orElse(0);
        int ofLeads = found.p.map(LeadWaves::secondOnset).orElse(0);
        return Math.max(afterT, ofLeads) - beat.beat().rate().samplesIn(EARLIER_MILLIS);
    }

    /** The second earliest onset; the only one of one lead. */
    static int secondOnset(int[][] waves) {
        int[] onsets = Arrays.stream(waves).mapToInt(wave -> wave[0]).sorted().toArray();
        return onsets[Math.min(1, onsets.length - 1)];
    }

    private static int middle(int[][] waves, int which) {
        int[] sorted =
                Arrays.stream(waves).mapToInt(wave -> wave[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
