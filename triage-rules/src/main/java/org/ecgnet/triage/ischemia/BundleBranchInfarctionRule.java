package org.ecgnet.triage.ischemia;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Contiguous;

/**
 * R15: infarction under left bundle branch block or ventricular pacing, by the Smith-modified criteria of Sgarbossa.
 *
 * <p>A wide QRS that has no name may be unmarked pacing or a block not told: there the criteria are asked only where R11's
 * limits are reached too, and what they leave open R11 raises.
 */
public final class BundleBranchInfarctionRule implements TriageRule {

    @Override
    public String id() {
        return "R15";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> none = StGates.noSegment(ecg);
        if (none.isPresent()) {
            return Verdict.absent(none.get());
        }
        if (!StGates.bundleOrPaced(ecg) && !StGates.wideWithoutName(ecg)) {
            return Verdict.absent("no LBBB, pacing or other wide QRS");
        }
        if (ecg.measured().levels().isEmpty()) {
            return new Verdict.CannotTell("无法测量ST段。", "The ST segment cannot be measured.", true);
        }
        if (ecg.measured().qrsMillis().orElse(0) > profile.value("R15.widest")) {
            return new Verdict.CannotTell(
                    "QRS终点不可靠，无法判断ST段：请人工判读。",
                    "The end of this QRS is not to be believed, so ST cannot be judged: have it read.",
                    true);
        }
        if (!StGates.bundleOrPaced(ecg) && StElevation.raised(ecg, profile).isEmpty()) {
            return Verdict.absent("a wide QRS without a name, ST raised in no two contiguous leads");
        }
        List<Evidence> met = Sgarbossa.evidence(ecg, profile);
        if (met.isEmpty()) {
            return Verdict.absent("no criterion of Sgarbossa met");
        }
        Set<Lead> leads = EnumSet.noneOf(Lead.class);
        met.forEach(one -> one.lead().ifPresent(leads::add));
        String names = Contiguous.names(leads);
        return Verdict.present(new Finding(
                id(),
                "SGARBOSSA",
                TriageLevel.RED,
                false,
                met.size() >= 2 ? 0.9 : 0.75,
                met,
                "左束支阻滞、心室起搏或QRS增宽，%s 导联ST段符合Sgarbossa（Smith改良）标准，疑似急性心肌梗死。".formatted(names),
                "LBBB, pacing or another wide QRS, and ST in %s meets the Smith-modified criteria of Sgarbossa: suspected acute infarction."
                        .formatted(names)));
    }
}
