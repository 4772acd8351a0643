package org.ecgnet.triage.ischemia;

import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/** What a rule says about a case, in a word. */
final class Said {

    static final Symptoms PAIN = new Symptoms(true, false, false, false);

    private Said() {}

    /** The id of the first finding; empty without one; "?" when the rule cannot tell. */
    static String by(TriageRule rule, Cases ecg) {
        Verdict verdict = rule.judge(ecg.ecg(), RuleProfile.DEFAULT);
        if (verdict instanceof Verdict.CannotTell) {
            return "?";
        }
        return verdict instanceof Verdict.Present ? finding(rule, ecg).rule() : "";
    }

    static Finding finding(TriageRule rule, Cases ecg) {
        return ((Verdict.Present) rule.judge(ecg.ecg(), RuleProfile.DEFAULT))
                .findings()
                .get(0);
    }
}
