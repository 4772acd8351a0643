package org.ecgnet.triage.rhythm;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.MeasuredEcg;

/**
 * Ventricular beats as they follow one another: single ones, couplets, runs.
 *
 * @param beats of a run, one after the other
 * @param bpm rate within it; 0 of a single beat
 */
record VentricularRuns(List<Beat> beats, double bpm) {

    /** Wider than this is an artefact, or one sine-like wave that other rules judge. */
    private static final double WIDEST_MILLIS = 250;

    VentricularRuns {
        beats = List.copyOf(beats);
    }

    /** All runs of a recording, single beats included, in order. */
    static List<VentricularRuns> of(MeasuredEcg ecg) {
        List<VentricularRuns> runs = new ArrayList<>();
        List<Beat> run = new ArrayList<>();
        for (Beat beat : ecg.beats()) {
            if (beat.kind() == Beat.Kind.VENTRICULAR && beat.widthMillis() <= WIDEST_MILLIS) {
                run.add(beat);
            } else if (!run.isEmpty()) {
                runs.add(run(run, ecg));
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run(run, ecg));
        }
        return runs;
    }

    private static VentricularRuns run(List<Beat> beats, MeasuredEcg ecg) {
        double millis = ecg.millis(beats.get(0).r(), beats.get(beats.size() - 1).r());
        return new VentricularRuns(beats, millis > 0 ? 60_000 * (beats.size() - 1) / millis : 0);
    }

    /** Number of different shapes in it. */
    int shapes() {
        return (int) beats.stream().mapToInt(Beat::shape).distinct().count();
    }

    List<Integer> samples() {
        return beats.stream().map(Beat::r).toList();
    }
}
