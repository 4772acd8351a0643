package org.ecgnet.triage.episode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.triage.measure.Fibrillation;

/**
 * Collects what the stretches of a long recording show, a bit a second for each rhythm, and joins it to episodes.
 *
 * <p>Windows and beats are given in order. Made for one recording and one thread.
 */
final class EpisodeTrack {

    /** RR from which a pause is spoken of (CLINICAL 2.4, Y04), and from which monitors speak of asystole (CLINICAL 2.3). */
    private static final double PAUSE_SECONDS = 2;

    private static final double ASYSTOLE_SECONDS = 4;

    /** So many windows in a row, so that an artefact is no fibrillation. */
    private static final int WINDOWS_IN_A_ROW = 3;

    /** Waves that repeat themselves this well, at no more than this rate, are beats of a tachycardia. */
    private static final double ORGANISED = 0.75;

    private static final double FASTEST_TACHYCARDIA = 260;

    private final int hertz;
    private final int length;
    private final Map<RhythmEpisode.Code, BitSet> seconds = new EnumMap<>(RhythmEpisode.Code.class);
    private final List<RhythmEpisode> pauses = new ArrayList<>();
    private final BitSet fibrillating = new BitSet();
    private final BitSet organised = new BitSet();
    private int lastBeat;

    EpisodeTrack(int hertz, int length) {
        this.hertz = hertz;
        this.length = length;
    }

    void add(RhythmEpisode.Code code, int from, int to) {
        seconds.computeIfAbsent(code, key -> new BitSet()).set(from / hertz, (to + hertz - 1) / hertz);
    }

    /** Takes a window that begins at a sample of the recording. */
    void window(int at, Fibrillation.Window window) {
        int second = at / hertz;
        fibrillating.set(second, window.positive());
        organised.set(second, window.repeats() >= ORGANISED && window.wavesPerMinute() <= FASTEST_TACHYCARDIA);
    }

    void beat(int at) {
        double silent = (double) (at - lastBeat) / hertz;
        boolean completed = lastBeat > 0;
        if (silent >= ASYSTOLE_SECONDS) {
            pauses.add(new RhythmEpisode(RhythmEpisode.Code.ASYSTOLE, lastBeat, at));
        } else if (completed && silent >= PAUSE_SECONDS) {
            pauses.add(new RhythmEpisode(RhythmEpisode.Code.PAUSE, lastBeat, at));
        }
        lastBeat = at;
    }

    /** No silence is read across this sample. */
    void gap(int at) {
        lastBeat = at;
    }

    List<RhythmEpisode> episodes() {
        beat(length);
        addFibrillation();
        List<RhythmEpisode> all = new ArrayList<>();
        seconds.forEach((code, set) -> all.addAll(joined(code, set)));
        BitSet moving = seconds.getOrDefault(RhythmEpisode.Code.VF, new BitSet());
        pauses.stream()
                .filter(pause -> !moving.get((pause.fromSample() + pause.toSample()) / 2 / hertz))
                .forEach(all::add);
        return all;
    }

    /** A second fibrillates when most of the windows over it do, and these stand in a long enough row. */
    private void addFibrillation() {
        int last = length / hertz;
        BitSet rows = new BitSet();
        for (int from = fibrillating.nextSetBit(0); from >= 0; from = fibrillating.nextSetBit(from)) {
            int to = fibrillating.nextClearBit(from);
            if (to - from >= WINDOWS_IN_A_ROW) {
                rows.set(from, to);
            }
            from = to;
        }
        int windows = Fibrillation.WINDOW_SECONDS;
        for (int second = 0; second < last; second++) {
            int first = Math.max(0, second - windows + 1);
            int there = Math.min(second, last - windows) - first + 1;
            if (there > 0 && 2 * rows.get(first, second + 1).cardinality() >= there) {
                boolean beats = 2 * organised.get(first, second + 1).cardinality() >= there;
                add(beats ? RhythmEpisode.Code.VT : RhythmEpisode.Code.VF, second * hertz, (second + 1) * hertz);
            }
        }
    }

    private List<RhythmEpisode> joined(RhythmEpisode.Code code, BitSet set) {
        List<RhythmEpisode> episodes = new ArrayList<>();
        int from = set.nextSetBit(0);
        while (from >= 0) {
            int to = set.nextClearBit(from);
            episodes.add(new RhythmEpisode(code, from * hertz, Math.min(length, to * hertz)));
            from = set.nextSetBit(to);
        }
        return episodes;
    }
}
