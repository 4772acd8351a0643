package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.KnotBaseline;
import org.ecgnet.triage.signal.Smoothing;
import org.ecgnet.triage.signal.ZeroPhase;

/** Takes every measurement of a recording, in the order in which one needs the other. */
public final class Measuring {

    private Measuring() {}

    /**
     * Measures the usable leads where nothing is known of pacing pulses.
     *
     * @param gaps samples before which something was lost; no interval is read across one
     */
    public static MeasuredEcg of(LeadSignals signals, List<Integer> gaps) {
        return of(signals, gaps, PacedBeats.NONE);
    }

    /** Measures the usable leads; no interval is read across a gap, and what a pulse began is paced. */
    public static MeasuredEcg of(LeadSignals signals, UnitMarks marks) {
        return of(signals, marks.gaps(), new PacedBeats(marks.paceSamples(), signals.rate()));
    }

    private static MeasuredEcg of(LeadSignals signals, List<Integer> gaps, PacedBeats pulses) {
        LeadSignals independent = signals.independent();
        ThinnedLeads thin = ThinnedLeads.of(independent);
        int[] r = QrsDetector.detect(independent, thin);
        Fibrillation fibrillation = Fibrillation.of(independent, thin);
        BeatClasses classes = BeatClasses.of(thin, r);
        Rhythm plain = RhythmMeasuring.of(r, new boolean[r.length], signals, gaps);
        int[] dominant = dominant(classes);
        if (dominant.length == 0) {
            return new MeasuredEcg(
                    signals,
                    List.of(),
                    plain,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    fibrillation,
                    AtrialActivity.NONE,
                    Optional.empty());
        }
        double usualRr = usualRr(r, signals);
        LeadSignals level = onOneBaseline(signals, dominant, usualRr);
        MedianBeat median = MedianBeat.of(level, dominant, usualRr);
        BeatScales scales = BeatScales.of(median);
        Optional<Delineation> waves = Delineator.global(scales, usualRr);
        List<Beat> beats = BeatKinds.of(r, classes, level, usualRr, median, waves, pulses);
        Rhythm rhythm = RhythmMeasuring.of(r, BeatKinds.ectopic(beats), signals, gaps);
        return new MeasuredEcg(
                signals,
                beats,
                rhythm,
                Optional.of(median),
                waves,
                waves.map(median::levels).orElse(Map.of()),
                fibrillation,
                waves.map(w -> AtrialMeasuring.of(level, median, w, beats, classes, usualRr))
                        .orElse(AtrialActivity.NONE),
                waves.flatMap(w -> LeadIntervals.of(scales, w, rhythm.meanRateBpm())));
    }

    private static int[] dominant(BeatClasses classes) {
        List<Integer> r = new ArrayList<>();
        for (int beat = 0; beat < classes.beats(); beat++) {
            if (classes.of(beat) == classes.dominant()) {
                r.add(classes.aligned(beat));
            }
        }
        return r.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double usualRr(int[] r, LeadSignals signals) {
        if (r.length < 2) {
            return signals.rate().hertz();
        }
        double[] rr = new double[r.length - 1];
        for (int k = 0; k < rr.length; k++) {
            rr[k] = r[k + 1] - r[k];
        }
        return Smoothing.median(rr, 0, rr.length);
    }

    /** All leads less a baseline through the PQ levels of the dominant beats. */
    private static LeadSignals onOneBaseline(LeadSignals signals, int[] dominant, double usualRr) {
        SampleRate rate = signals.rate();
        double[][] raw = signals.microvolts();
        double[][] high = ZeroPhase.filter(raw, rate.hertz(), Biquad.highPass(rate, 0.5));
        MedianBeat first = MedianBeat.of(LeadSignals.of(rate, signals.leads(), high), dominant, usualRr);
        int onset = QrsBounds.of(first, usualRr).map(QrsBounds::on).orElse(first.r() - rate.samplesIn(60)) - first.r();
        int[] knots = new int[dominant.length];
        for (int k = 0; k < knots.length; k++) {
            knots[k] = Math.max(0, Math.min(signals.length() - 1, dominant[k] + onset - rate.samplesIn(8)));
        }
        int half = Math.max(1, rate.samplesIn(8));
        double[][] level = new double[raw.length][];
        for (int k = 0; k < raw.length; k++) {
            double[] at = new double[knots.length];
            for (int b = 0; b < at.length; b++) {
                at[b] = Smoothing.meanOf(
                        raw[k], Math.max(0, knots[b] - half), Math.min(raw[k].length, knots[b] + half + 1));
            }
            level[k] = KnotBaseline.subtract(raw[k], knots, at);
        }
        return LeadSignals.of(rate, signals.leads(), level);
    }
}
