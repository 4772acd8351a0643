package org.ecgnet.triage.rhythm;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R06: regular narrow tachycardia at 200/min or more (Chinese consensus on critical ECG values 2017, B4), or at 150/min or
 * more with symptoms; without, it is yellow (Y02).
 */
public final class SupraventricularTachycardiaRule implements TriageRule {

    @Override
    public String id() {
        return "R06";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean atOnce = rate >= profile.value("R06.fast")
                && !ecg.scores().claimed("AF")
                && !ecg.scores().claimed("AFL");
        if (ecg.fibrillating()
                || ecg.child()
                || ecg.scores().claimed("VT")
                || rate < profile.value("R06.fast-with-symptoms")
                || !(ecg.scores().claimed("SVT") || atOnce)) {
            return Verdict.absent("no regular narrow tachycardia of 150/min or more");
        }
        boolean red = rate >= profile.value("R06.fast") || ecg.symptoms().any();
        double threshold =
                rate >= profile.value("R06.fast") ? profile.value("R06.fast") : profile.value("R06.fast-with-symptoms");
        return Verdict.present(new Finding(
                red ? id() : "Y02",
                "SVT",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                Math.max(ecg.scores().of("SVT"), atOnce ? 0.9 : 0),
                List.of(ecg.evidence("rate", rate, threshold, "/min")),
                "室上性心动过速 %.0f 次/分%s。".formatted(rate, ecg.symptoms().any() ? "，伴症状" : ""),
                "Supraventricular tachycardia %.0f/min%s."
                        .formatted(rate, ecg.symptoms().any() ? " with symptoms" : "")));
    }
}
