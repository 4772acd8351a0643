package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * Y07: what may become an infarction within minutes and asks for a second recording in 5 to 10 of them: Wellens' sign,
 * hyperacute T, an ST elevation just below its limit. (An elevation that looks like early repolarisation is R11's to say.)
 */
public final class ImminentInfarctionRule implements TriageRule {

    @Override
    public String id() {
        return "Y07";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        List<Finding> findings = new ArrayList<>();
        Wellens.finding(ecg, profile).ifPresent(findings::add);
        HyperacuteT.finding(ecg, profile).ifPresent(findings::add);
        BorderlineElevation.finding(ecg, profile).ifPresent(findings::add);
        return findings.isEmpty()
                ? Verdict.absent("no Wellens, no hyperacute T, no elevation close to its limit")
                : new Verdict.Present(findings);
    }
}
