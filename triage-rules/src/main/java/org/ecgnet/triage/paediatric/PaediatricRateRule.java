package org.ecgnet.triage.paediatric;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * Y17: a child's rate below the 2nd or above the 98th percentile of its age (Davignon 1980, Rijnbeek 2001). The age is known in
 * years: in the first year the percentiles of 1 to 12 months hold together.
 */
public final class PaediatricRateRule implements TriageRule {

    @Override
    public String id() {
        return "Y17";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        if (!ecg.child() || ecg.fibrillating() || rate == 0) {
            return Verdict.absent("16 years or more, or no beats");
        }
        AgeBand band = AgeBand.ofRate(AgeBand.years(ecg));
        double slow = band.limit(profile, "Y17.slow-");
        double fast = band.limit(profile, "Y17.fast-");
        if (rate >= slow && rate <= fast) {
            return Verdict.absent("between the 2nd and the 98th percentile of the age");
        }
        boolean tooSlow = rate < slow;
        return Verdict.present(new Finding(
                id(),
                tooSlow ? "PAEDIATRIC_SLOW" : "PAEDIATRIC_FAST",
                TriageLevel.YELLOW,
                false,
                0.9,
                List.of(ecg.evidence("rate", rate, tooSlow ? slow : fast, "/min")),
                "%s患儿心率 %.0f 次/分，%s该年龄第%s百分位（%.0f）。"
                        .formatted(
                                band.chinese(),
                                rate,
                                tooSlow ? "低于" : "高于",
                                tooSlow ? "2" : "98",
                                tooSlow ? slow : fast),
                "Child %s, %.0f/min: %s the %s percentile of the age (%.0f)."
                        .formatted(
                                band.english(),
                                rate,
                                tooSlow ? "below" : "above",
                                tooSlow ? "2nd" : "98th",
                                tooSlow ? slow : fast)));
    }
}
