package org.ecgnet.triage.episode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.Fibrillation;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.Measuring;
import org.ecgnet.triage.quality.SignalQuality;
import org.ecgnet.triage.statement.Scores;
import org.ecgnet.triage.statement.Statements;

/**
 * Finds the episodes of a long recording.
 *
 * <p>Reads stretches of {@value #BLOCK_SECONDS} s, each for its middle {@value #STEP_SECONDS} s, so that memory does not grow
 * with the recording. Rhythms of the atria come from the statements of a stretch; fibrillation, flutter and fast ventricular
 * tachycardia from windows of 4 s; pauses and asystole from the times between beats.
 */
public final class RhythmEpisodes {

    private static final int BLOCK_SECONDS = 30;
    private static final int STEP_SECONDS = 10;
    private static final int AROUND_SECONDS = (BLOCK_SECONDS - STEP_SECONDS) / 2;

    private static final List<RhythmEpisode.Code> BY_STATEMENT = List.of(
            RhythmEpisode.Code.AF,
            RhythmEpisode.Code.AFL,
            RhythmEpisode.Code.SVT,
            RhythmEpisode.Code.AVB2,
            RhythmEpisode.Code.AVB3,
            RhythmEpisode.Code.PACED);

    private RhythmEpisodes() {}

    /** The episodes of a recording of any length, by their beginning; episodes of different codes may overlap. */
    public static List<RhythmEpisode> of(Recording recording) {
        int hertz = recording.waveform().rate().hertz();
        int length = recording.waveform().length();
        EpisodeTrack track = new EpisodeTrack(hertz, length);
        for (int from = 0; from < length; from += STEP_SECONDS * hertz) {
            int to = Math.min(length, from + STEP_SECONDS * hertz);
            int start = Math.max(0, Math.min(from - AROUND_SECONDS * hertz, length - BLOCK_SECONDS * hertz));
            int end = Math.min(length, Math.max(to + AROUND_SECONDS * hertz, BLOCK_SECONDS * hertz));
            read(recording, start, end, from, to, track);
        }
        List<RhythmEpisode> episodes = new ArrayList<>(track.episodes());
        episodes.sort(Comparator.comparingInt(RhythmEpisode::fromSample).thenComparing(RhythmEpisode::code));
        return List.copyOf(episodes);
    }

    /** Reads the stretch from {@code start} to {@code end} and keeps what concerns {@code from} to {@code to}. */
    private static void read(Recording recording, int start, int end, int from, int to, EpisodeTrack track) {
        UnitMarks marks = recording.marks().between(start, end);
        LeadSignals raw =
                LeadSignals.of(recording.waveform().between(start, end)).withoutPulses(marks.paceSamples());
        LeadSignals signals = raw.withoutHum();
        SignalQuality quality = SignalQuality.of(raw, signals, marks);
        if (quality.usable().isEmpty()) {
            track.add(RhythmEpisode.Code.NOISE, from, to);
            track.gap(from);
            return;
        }
        MeasuredEcg ecg = Measuring.of(signals.only(quality.usable()), marks);
        Scores scores = Statements.of(ecg, marks);
        for (RhythmEpisode.Code code : BY_STATEMENT) {
            if (scores.claimed(code.name())) {
                track.add(code, from, to);
            }
        }
        for (Fibrillation.Window window : ecg.fibrillation().windows()) {
            int at = start + window.fromSample();
            if (at >= from && at < to) {
                track.window(at, window);
            }
        }
        for (int r : ecg.rSamples()) {
            if (start + r >= from && start + r < to) {
                track.beat(start + r);
            }
        }
    }
}
