package org.ecgnet.triage.rhythm;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.statement.Statements;

/**
 * R04: a fast rhythm of mostly wide beats that keep changing their shape, or a run of three and more ventricular beats each
 * of another shape than the one before: polymorphic or bidirectional ventricular tachycardia, torsade de pointes (Chinese
 * consensus on critical ECG values 2017, B3). What has no beats left at all is R03.
 */
public final class PolymorphicTachycardiaRule implements TriageRule {

    @Override
    public String id() {
        return "R04";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        List<Beat> beats = ecg.measured().beats();
        double rate = ecg.measured().rhythm().meanRateBpm();
        if (ecg.fibrillating() || ecg.scores().claimed("PACED")) {
            return Verdict.absent("fibrillation or pacing");
        }
        double wide = Statements.wideShare(ecg.measured());
        double oneShape = oneShape(beats);
        boolean throughout = beats.size() >= profile.value("R04.least-beats")
                && rate >= profile.value("R05.fast")
                && wide >= profile.value("R04.wide-share")
                && oneShape < profile.value("R04.one-shape");
        if (throughout) {
            return Verdict.present(red(
                    rate,
                    List.of(
                            ecg.evidence("rate", rate, profile.value("R05.fast"), "/min"),
                            ecg.evidence("share of wide beats", wide, profile.value("R04.wide-share"), "of beats"),
                            ecg.evidence(
                                    "share of the commonest shape",
                                    oneShape,
                                    profile.value("R04.one-shape"),
                                    "of beats"))));
        }
        return VentricularRuns.of(ecg.measured()).stream()
                .filter(run -> run.beats().size() >= profile.value("R04.run")
                        && run.bpm() > profile.value("R05.fast")
                        && changes(run))
                .findFirst()
                .map(run -> Verdict.present(red(
                        run.bpm(),
                        List.of(new Evidence(
                                "ventricular beats in a row, each of another shape",
                                run.beats().size(),
                                profile.value("R04.run"),
                                "beats",
                                Optional.empty(),
                                run.samples())))))
                .orElse(Verdict.absent("narrow beats, or one shape"));
    }

    private static boolean changes(VentricularRuns run) {
        for (int k = 1; k < run.beats().size(); k++) {
            if (run.beats().get(k).shape() == run.beats().get(k - 1).shape()) {
                return false;
            }
        }
        return true;
    }

    private static double oneShape(List<Beat> beats) {
        long dominant = beats.stream()
                .filter(beat -> beat.usual() || beat.kind() == Beat.Kind.SUPRAVENTRICULAR)
                .count();
        return beats.isEmpty() ? 1 : (double) dominant / beats.size();
    }

    private Finding red(double rate, List<Evidence> evidence) {
        return new Finding(
                id(),
                "POLYMORPHIC_VT",
                TriageLevel.RED,
                true,
                0.8,
                evidence,
                "多形性宽QRS心动过速 %.0f 次/分：疑似多形性室速或尖端扭转型室速。".formatted(rate),
                "Wide-QRS tachycardia of changing shape, %.0f/min: suspected polymorphic VT or torsade."
                        .formatted(rate));
    }
}
