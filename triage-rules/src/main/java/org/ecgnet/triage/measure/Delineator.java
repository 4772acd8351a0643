package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;

/** Finds the onsets and ends of P, QRS and T over all leads of a median beat. */
public final class Delineator {

    private static final int T_SPREAD_MILLIS = 45;

    /** P and T are at rest while the leads are no further from their line than this share of the wave. */
    private static final double LEVEL_SHARE = 0.007;

    private static final int LINE_MILLIS = 20;

    /** The reach of the coarse slope: two means over 24 ms. */
    private static final int SMEAR_MILLIS = 24;

    private Delineator() {}

    /**
     * Boundaries over all leads of a median beat; empty when no lead shows a QRS.
     *
     * @param rrSamples usual distance of beats: where the next P begins, T has ended
     */
    public static Optional<Delineation> global(MedianBeat beat, double rrSamples) {
        return QrsBounds.of(beat, rrSamples).map(qrs -> around(BeatScales.of(beat), qrs, rrSamples));
    }

    /** The same of a beat that has been smoothed already. */
    static Optional<Delineation> global(BeatScales scales, double rrSamples) {
        return QrsBounds.of(scales.beat(), rrSamples).map(qrs -> around(scales, qrs, rrSamples));
    }

    private static Delineation around(BeatScales scales, QrsBounds qrs, double rrSamples) {
        MedianBeat beat = scales.beat();
        SampleRate rate = beat.rate();
        LeadTrace[] leads = Arrays.stream(beat.microvolts())
                .map(x -> new LeadTrace(rate, x, beat.r()))
                .toArray(LeadTrace[]::new);
        int earliest = LeadWaves.earliestP(scales, qrs, rrSamples);
        int[][] p = Arrays.stream(leads)
                .map(lead -> lead.pWave(qrs.on(), rrSamples, earliest))
                .toArray(int[][]::new);
        int[] pOn = boundaries(p, 0);
        int[] pPeak = boundaries(p, 1);
        int[] pOff = boundaries(p, 2);
        boolean withP = pOn.length >= Math.max(1, (leads.length + 2) / 4);
        int first = withP ? place(pOn, 1) : qrs.on() - rate.samplesIn(60);
        int last = (int) Math.min(beat.length() - 2, rrSamples + first - rate.samplesIn(16));
        int[][] t = Arrays.stream(leads)
                .map(lead -> lead.tWave(qrs.on(), qrs.off(), last))
                .toArray(int[][]::new);
        int[] tPeak = boundaries(t, 0);
        int[] tOff = boundaries(t, 1);
        return new Delineation(
                withP ? OptionalInt.of(onset(beat, place(pOn, 1), place(pOff, -2))) : OptionalInt.empty(),
                withP ? OptionalInt.of(pPeak[pPeak.length / 2]) : OptionalInt.empty(),
                withP ? OptionalInt.of(end(beat, place(pOn, 1), place(pOff, -2))) : OptionalInt.empty(),
                qrs.on(),
                qrs.off(),
                tPeak.length == 0 ? OptionalInt.empty() : OptionalInt.of(tPeak[tPeak.length / 2]),
                tOff.length == 0 ? OptionalInt.empty() : OptionalInt.of(end(beat, qrs.off(), endOfT(tOff, rate))));
    }

    private static int onset(MedianBeat beat, int on, int off) {
        Corner corner = new Corner(beat.microvolts(), on, off, LEVEL_SHARE);
        return corner.inwards(
                on, 1, beat.rate().samplesIn(SMEAR_MILLIS), beat.rate().samplesIn(LINE_MILLIS));
    }

    private static int end(MedianBeat beat, int on, int off) {
        Corner corner = new Corner(beat.microvolts(), on, off, LEVEL_SHARE);
        return corner.inwards(
                off, -1, beat.rate().samplesIn(SMEAR_MILLIS), beat.rate().samplesIn(LINE_MILLIS));
    }

    /** The second latest end of the leads, unless it lies so far behind their middle that it is a U wave's. */
    private static int endOfT(int[] sorted, SampleRate rate) {
        return Math.min(place(sorted, -2), sorted[sorted.length / 2] + rate.samplesIn(T_SPREAD_MILLIS));
    }

    /** One boundary of the leads that have it, ascending. */
    private static int[] boundaries(int[][] waves, int which) {
        return Arrays.stream(waves)
                .mapToInt(w -> w[which])
                .filter(b -> b >= 0)
                .sorted()
                .toArray();
    }

    /** The boundary at a place in the order of the leads, negative from the end; the outermost of three or fewer. */
    private static int place(int[] sorted, int place) {
        if (sorted.length < 4) {
            return place >= 0 ? sorted[0] : sorted[sorted.length - 1];
        }
        return place >= 0 ? sorted[place] : sorted[sorted.length + place];
    }
}
