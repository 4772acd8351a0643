package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
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
import org.ecgnet.triage.measure.LeadLevels;

/**
 * R13: posterior infarction seen from the front: horizontal ST depression with upright T in two of V1 to V4, R above S in V2
 * (ACC 2022 expert consensus on chest pain, table 1; UDMI-4).
 *
 * <p>V7 to V9 are asked for; where they are recorded they decide, one of them being enough.
 */
public final class PosteriorInfarctionRule implements TriageRule {

    private static final List<Lead> FRONT = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4);
    private static final int LEAST_LEADS = 2;

    @Override
    public String id() {
        return "R13";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent() || ecg.scores().claimed("RBBB")) {
            return Verdict.absent(closed.orElse("RBBB: ST in V1 to V3 follows the QRS"));
        }
        Set<Lead> depressed = depressed(ecg, profile);
        LeadLevels v2 = StGates.levels(ecg, Lead.V2);
        if (depressed.size() < LEAST_LEADS || v2.r() <= -v2.s()) {
            return Verdict.absent("no horizontal depression with upright T and tall R in V1 to V4");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : depressed) {
            evidence.add(ecg.evidence(
                    lead, "ST at J", StGates.levels(ecg, lead).j(), profile.value("R13.depression"), "uV"));
        }
        evidence.add(ecg.evidence(Lead.V2, "R over S", v2.r() / Math.max(1, -v2.s()), 1, ""));
        List<Evidence> behind = behind(ecg, profile);
        boolean recorded = StElevation.POSTERIOR.stream().anyMatch(lead -> StGates.recorded(ecg, lead));
        if (recorded && behind.isEmpty()) {
            return Verdict.absent("V7 to V9 do not confirm it: judged by R18 as depression");
        }
        evidence.addAll(behind);
        return Verdict.present(finding(Contiguous.names(depressed), evidence, recorded));
    }

    private static Set<Lead> depressed(EcgCase ecg, RuleProfile profile) {
        double limit = profile.value("R13.depression");
        Set<Lead> depressed = EnumSet.noneOf(Lead.class);
        for (Lead lead : FRONT) {
            LeadLevels levels = StGates.levels(ecg, lead);
            boolean inverted = -levels.tWave().negative() > levels.tWave().positive(); // one not found is none
            if (StDepression.horizontal(levels, limit, profile) && !inverted) {
                depressed.add(lead);
            }
        }
        return depressed;
    }

    private static List<Evidence> behind(EcgCase ecg, RuleProfile profile) {
        List<Evidence> raised = new ArrayList<>();
        for (Lead lead : StElevation.POSTERIOR.stream().sorted().toList()) {
            double limit = StElevation.limit(lead, ecg.patient(), profile);
            if (StGates.recorded(ecg, lead) && StElevation.j(ecg, lead) >= limit) {
                raised.add(ecg.evidence(lead, "ST at J", StElevation.j(ecg, lead), limit, "uV"));
            }
        }
        return raised;
    }

    private Finding finding(String names, List<Evidence> evidence, boolean confirmed) {
        return new Finding(
                id(),
                "POSTERIOR_INFARCTION",
                TriageLevel.RED,
                false,
                confirmed ? 0.95 : 0.7,
                evidence,
                "%s 导联ST段水平压低、T波直立、V2导联R波高大，疑似急性后壁心肌梗死%s。"
                        .formatted(names, confirmed ? "，V7至V9导联ST段抬高证实" : "：请立即加做V7、V8、V9导联"),
                "Horizontal ST depression with upright T in %s and a tall R in V2: suspected posterior infarction%s."
                        .formatted(names, confirmed ? ", confirmed by V7 to V9" : "; record V7, V8 and V9 at once"));
    }
}
