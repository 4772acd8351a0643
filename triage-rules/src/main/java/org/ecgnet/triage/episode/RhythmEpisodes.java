package org.ecgnet.triage.episode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.Measuring;
import org.ecgnet.triage.statement.Scores;
import org.ecgnet.triage.statement.Statements;

/** Finds the episodes of a long recording. */
public final class RhythmEpisodes {

    private static final int BLOCK_SECONDS = 8;
    private static final int HOP_SECONDS = 4;

    private RhythmEpisodes() {}

    /** The episodes of a recording of any length, by their beginning; episodes of different codes may overlap. */
    public static List<RhythmEpisode> of(Recording recording) {
        SampleRate rate = recording.waveform().rate();
        int length = recording.waveform().length();
        int block = BLOCK_SECONDS * rate.hertz();
        int hop = HOP_SECONDS * rate.hertz();
        Map<RhythmEpisode.Code, BitSet> hops = new EnumMap<>(RhythmEpisode.Code.class);
        for (int from = 0; from + block <= length; from += hop) {
            LeadSignals signals = LeadSignals.of(recording.waveform().between(from, from + block))
                    .withoutHum();
            Scores scores = Statements.of(Measuring.of(signals, List.of()), UnitMarks.NONE);
            for (RhythmEpisode.Code code : RhythmEpisode.Code.values()) {
                if (scores.claimed(code.name())) {
                    hops.computeIfAbsent(code, key -> new BitSet()).set(from / hop);
                }
            }
        }
        List<RhythmEpisode> episodes = new ArrayList<>();
        hops.forEach((code, set) -> {
            for (int start = set.nextSetBit(0); start >= 0; start = set.nextSetBit(set.nextClearBit(start))) {
                int last = set.nextClearBit(start) - 1;
                episodes.add(new RhythmEpisode(code, start * hop, Math.min(length, last * hop + block)));
            }
        });
        episodes.sort(Comparator.comparingInt(RhythmEpisode::fromSample).thenComparing(RhythmEpisode::code));
        return List.copyOf(episodes);
    }
}
