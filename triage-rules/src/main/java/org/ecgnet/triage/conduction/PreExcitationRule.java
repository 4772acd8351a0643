package org.ecgnet.triage.conduction;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/** Y12: pre-excitation in sinus rhythm: short PR, delta wave, wide QRS (AHA/ACCF/HRS 2009, part III). In AF it is R08. */
public final class PreExcitationRule implements TriageRule {

    @Override
    public String id() {
        return "Y12";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (!ecg.scores().claimed("WPW") || ecg.fibrillating() || ecg.scores().claimed("AF")) {
            return Verdict.absent("no pre-excitation in sinus rhythm");
        }
        double pr = ecg.measured().prMillis().orElse(0);
        double qrs = ecg.measured().qrsMillis().orElse(0);
        if (pr > profile.value("Y12.short-pr") || qrs < profile.value("Y12.wide-qrs")) {
            return Verdict.absent("PR too long or QRS too narrow for this profile");
        }
        return Verdict.present(new Finding(
                id(),
                "PRE_EXCITATION",
                TriageLevel.YELLOW,
                false,
                ecg.scores().of("WPW"),
                List.of(
                        ecg.evidence("PR", pr, profile.value("Y12.short-pr"), "ms"),
                        ecg.evidence("QRS", qrs, profile.value("Y12.wide-qrs"), "ms")),
                "窦性心律伴心室预激：PR %.0f 毫秒，QRS %.0f 毫秒，可见delta波。".formatted(pr, qrs),
                "Ventricular pre-excitation in sinus rhythm: PR %.0f ms, QRS %.0f ms, delta wave.".formatted(pr, qrs)));
    }
}
