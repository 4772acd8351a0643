package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.statement.BundleBranchTurns;

/** A simulated heart whose bundle branches are blocked by turns, with as many beats of each as are asked for. */
public final class AlternatingBlock {

    private static final Examination WHOLE = new Triage(RuleProfile.DEFAULT)
            .examine(
                    Hearts.recording(Scenario.ALTERNATING_BUNDLE_BRANCH_BLOCK, 1, 10, new SampleRate(500))
                            .recording(),
                    Patient.UNKNOWN,
                    Symptoms.NONE);

    private AlternatingBlock() {}

    /** So many beats with the left bundle blocked, and so many with the right. */
    public static EcgCase ecg(int left, int right) {
        EcgCase whole = WHOLE.ecg();
        MeasuredEcg m = whole.measured();
        BundleBranchTurns turns = BundleBranchTurns.of(m);
        List<Integer> kept = new ArrayList<>(turns.left().subList(0, left));
        kept.addAll(turns.right().subList(0, right));
        List<Beat> beats =
                m.beats().stream().filter(beat -> kept.contains(beat.anchor())).toList();
        MeasuredEcg fewer = new MeasuredEcg(
                m.signals(),
                beats,
                m.rhythm(),
                m.medianBeat(),
                m.waves(),
                m.levels(),
                m.fibrillation(),
                m.atrial(),
                m.leadIntervals());
        return new EcgCase(fewer, whole.scores(), whole.patient(), whole.symptoms(), whole.marks());
    }
}
