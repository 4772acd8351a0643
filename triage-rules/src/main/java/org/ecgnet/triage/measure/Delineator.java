package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;

/** Finds the onsets and ends of P, QRS and T over all leads of a median beat. */
public final class Delineator {

    private static final int T_SPREAD_MILLIS = 45;

    private Delineator() {}

    /**
     * Boundaries over all leads of a median beat; empty when no lead shows a QRS.
     *
     * @param rrSamples usual distance of beats: where the next P begins, T has ended
     */
    public static Optional<Delineation> global(MedianBeat beat, double rrSamples) {
        return QrsBounds.of(beat, rrSamples).map(qrs -> around(beat, qrs, rrSamples));
    }

    private static Delineation around(MedianBeat beat, QrsBounds qrs, double rrSamples) {
        SampleRate rate = beat.rate();
        LeadTrace[] leads = Arrays.stream(beat.microvolts())
                .map(x -> new LeadTrace(rate, x, beat.r()))
                .toArray(LeadTrace[]::new);
        int[][] p = Arrays.stream(leads).map(lead -> lead.pWave(qrs.on())).toArray(int[][]::new);
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
                withP ? OptionalInt.of(place(pOn, 1)) : OptionalInt.empty(),
                withP ? OptionalInt.of(pPeak[pPeak.length / 2]) : OptionalInt.empty(),
                withP ? OptionalInt.of(place(pOff, -2)) : OptionalInt.empty(),
                qrs.on(),
                qrs.off(),
                tPeak.length == 0 ? OptionalInt.empty() : OptionalInt.of(tPeak[tPeak.length / 2]),
                tOff.length == 0 ? OptionalInt.empty() : OptionalInt.of(endOfT(tOff, rate)));
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
