package org.ecgnet.triage.rhythm;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.statement.Statements;

/**
 * R04: a fast rhythm of mostly wide beats that keep changing their shape: polymorphic ventricular tachycardia or torsade de
 * pointes (Chinese consensus on critical ECG values 2017, B3). What has no beats left at all is R03.
 *
 * <p>The shares are proposed: no shape makes up half of the beats, and six in ten of them are wide.
 */
public final class PolymorphicTachycardiaRule implements TriageRule {

    private static final double WIDE_SHARE = 0.6;
    private static final double ONE_SHAPE_SHARE = 0.5;
    private static final int LEAST_BEATS = 8;

    @Override
    public String id() {
        return "R04";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        List<Beat> beats = ecg.measured().beats();
        double rate = ecg.measured().rhythm().meanRateBpm();
        if (ecg.fibrillating() || beats.size() < LEAST_BEATS || rate < profile.value("R05.fast")) {
            return Verdict.absent("slow, or too few beats");
        }
        double wide = Statements.wideShare(ecg.measured());
        double oneShape = (double) beats.stream()
                        .filter(beat -> beat.kind() == Beat.Kind.NORMAL || beat.kind() == Beat.Kind.SUPRAVENTRICULAR)
                        .count()
                / beats.size();
        if (wide < WIDE_SHARE || oneShape >= ONE_SHAPE_SHARE) {
            return Verdict.absent("narrow beats, or one shape");
        }
        return Verdict.present(new Finding(
                id(),
                "POLYMORPHIC_VT",
                TriageLevel.RED,
                true,
                0.8,
                List.of(
                        ecg.evidence("rate", rate, profile.value("R05.fast"), "/min"),
                        ecg.evidence("share of wide beats", wide, WIDE_SHARE, "of beats"),
                        ecg.evidence("share of the commonest shape", oneShape, ONE_SHAPE_SHARE, "of beats")),
                "多形性宽QRS心动过速 %.0f 次/分：疑似多形性室速或尖端扭转型室速。".formatted(rate),
                "Wide-QRS tachycardia of changing shape, %.0f/min: suspected polymorphic VT or torsade."
                        .formatted(rate)));
    }
}
