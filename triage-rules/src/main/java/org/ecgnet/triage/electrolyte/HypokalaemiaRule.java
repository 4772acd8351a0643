package org.ecgnet.triage.electrolyte;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.UWave;

/**
 * R23: hypokalaemia by its pattern, with ventricular tachycardia or ventricular beats of several shapes (Chinese consensus on
 * critical ECG values 2017, D1; the numbers are proposed). Without arrhythmia a U of 0.1 mV that is as high as T is yellow (Y13).
 *
 * <p>The pattern: U as high as T, or a U of 0.1 mV whose end makes a QTU of 550 ms, in two leads. Flutter and fibrillation
 * waves are no U.
 */
public final class HypokalaemiaRule implements TriageRule {

    @Override
    public String id() {
        return "R23";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        boolean waves = ecg.scores().claimed("AF") || ecg.scores().claimed("AFL");
        if (ecg.fibrillating() || waves) {
            return Verdict.absent("fibrillation or flutter");
        }
        double shapes = ecg.measured().beats().stream()
                .filter(beat -> beat.kind() == Beat.Kind.VENTRICULAR)
                .map(Beat::shape)
                .distinct()
                .count();
        boolean red = ecg.scores().claimed("VT") || shapes >= profile.value("R23.ectopic-shapes");
        List<Evidence> evidence = prominent(ecg, profile, red);
        if (evidence.size() < profile.value("R23.leads")) {
            return Verdict.absent("no prominent U in two leads");
        }
        String leads = String.join(
                ", ",
                evidence.stream()
                        .flatMap(item -> item.lead().stream())
                        .map(Lead::label)
                        .toList());
        if (red) {
            evidence.add(ecg.evidence("shapes of ventricular beats", shapes, profile.value("R23.ectopic-shapes"), ""));
        }
        return Verdict.present(new Finding(
                red ? id() : "Y13",
                red ? "HYPOKALAEMIA" : "PROMINENT_U",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                red ? 0.8 : 0.6,
                evidence,
                "%s 导联U波明显%s：疑似低钾血症，请急查血钾。".formatted(leads, red ? "，伴室性心律失常" : ""),
                "Prominent U in %s%s: suspected hypokalaemia, check potassium."
                        .formatted(leads, red ? " with ventricular arrhythmia" : "")));
    }

    /** @param withArrhythmia a U below T counts too: without arrhythmia, slow healthy hearts have such a U in V2 and V3 */
    private static List<Evidence> prominent(EcgCase ecg, RuleProfile profile, boolean withArrhythmia) {
        List<Evidence> evidence = new ArrayList<>();
        double high = profile.value("R23.u");
        double longest = profile.value("R23.qtu");
        for (Map.Entry<Lead, UWave> entry : UWave.of(ecg.measured()).entrySet()) {
            UWave u = entry.getValue();
            boolean overT = u.microvolts() >= u.tMicrovolts() && (withArrhythmia || u.microvolts() >= high);
            if (overT || withArrhythmia && u.microvolts() >= high && u.endMillis() >= longest) {
                evidence.add(ecg.evidence(
                        entry.getKey(),
                        overT ? "U over T" : "U",
                        u.microvolts(),
                        overT ? u.tMicrovolts() : high,
                        "uV"));
            }
        }
        return evidence;
    }
}
