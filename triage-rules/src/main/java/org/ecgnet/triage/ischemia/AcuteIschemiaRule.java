package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
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
 * R18: horizontal or downsloping ST depression of 0.05 mV in two contiguous leads (Fourth Universal Definition of
 * Myocardial Infarction, 2018) with symptoms; without, it is yellow (Y08).
 *
 * <p>Under the voltage of left ventricular hypertrophy it may be its strain: then 0.1 mV is asked for red, and less than
 * that with symptoms is yellow. In right bundle branch block V1 to V3 are left out.
 */
public final class AcuteIschemiaRule implements TriageRule {

    private static final Set<Lead> V1_TO_V3 = Set.of(Lead.V1, Lead.V2, Lead.V3);

    @Override
    public String id() {
        return "R18";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        boolean symptoms = ecg.symptoms().any();
        boolean hypertrophy = StGates.hypertrophyVoltage(ecg);
        double least = profile.value("R18.depression");
        double limit = hypertrophy ? profile.value("R18.depression-in-hypertrophy") : least;
        Set<Lead> depressed = depressed(ecg, profile, limit);
        if (!depressed.isEmpty()) {
            return Verdict.present(finding(ecg, depressed, limit, symptoms, ""));
        }
        Set<Lead> strain = hypertrophy && symptoms ? depressed(ecg, profile, least) : Set.of();
        return strain.isEmpty()
                ? Verdict.absent("no level depression in two contiguous leads")
                : Verdict.present(finding(ecg, strain, least, false, "hypertrophy"));
    }

    private static Set<Lead> depressed(EcgCase ecg, RuleProfile profile, double limit) {
        boolean rightBlock = ecg.scores().claimed("RBBB");
        return Contiguous.neighbours(
                Contiguous.PAIRS,
                lead -> !(rightBlock && V1_TO_V3.contains(lead))
                        && StDepression.horizontal(StGates.levels(ecg, lead), limit, profile));
    }

    private Finding finding(EcgCase ecg, Set<Lead> depressed, double limit, boolean red, String strain) {
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : depressed) {
            evidence.add(ecg.evidence(
                    lead, "ST at J + 60 ms", StGates.levels(ecg, lead).j60(), limit, "uV"));
        }
        String names = Contiguous.names(depressed);
        String chinese = red ? "，伴症状，疑似急性心肌缺血" : strain.isEmpty() ? "" : "，伴症状；左室高电压，可能为劳损";
        String english = red
                ? " with symptoms: suspected acute ischaemia"
                : strain.isEmpty() ? "" : " with symptoms; may be the strain of left ventricular hypertrophy";
        return new Finding(
                red ? id() : "Y08",
                "ST_DEPRESSION",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.8,
                evidence,
                "%s 导联ST段水平或下斜型压低%s。".formatted(names, chinese),
                "Horizontal or downsloping ST depression in %s%s.".formatted(names, english));
    }
}
