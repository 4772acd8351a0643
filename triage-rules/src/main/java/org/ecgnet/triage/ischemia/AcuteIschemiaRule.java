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
import org.ecgnet.triage.measure.LeadLevels;

/**
 * R18: horizontal or downsloping ST depression of 0.05 mV in two contiguous leads (Fourth Universal Definition of
 * Myocardial Infarction, 2018) with symptoms; without, it is yellow (Y08).
 *
 * <p>Depression of less than 0.1 mV under the voltage of left ventricular hypertrophy is taken for its strain.
 */
public final class AcuteIschemiaRule implements TriageRule {

    private static final double DEPRESSED_MICROVOLTS = -50;
    private static final double STRAIN_MICROVOLTS = -100;

    /** A segment that rises by more than this in 60 ms slopes upwards and is no ischaemic depression. */
    private static final double LEVEL_MICROVOLTS = 15;

    @Override
    public String id() {
        return "R18";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent() || ecg.scores().claimed("RBBB")) {
            return Verdict.absent(closed.orElse("RBBB: secondary ST change"));
        }
        double limit = StGates.hypertrophyVoltage(ecg) ? STRAIN_MICROVOLTS : DEPRESSED_MICROVOLTS;
        Set<Lead> depressed = EnumSet.noneOf(Lead.class);
        for (Contiguous pair : Contiguous.PAIRS) {
            if (depressed(ecg, pair.first(), limit) && depressed(ecg, pair.second(), limit)) {
                depressed.add(pair.first());
                depressed.add(pair.second());
            }
        }
        if (depressed.isEmpty()) {
            return Verdict.absent("no level depression in two contiguous leads");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : depressed) {
            evidence.add(ecg.evidence(
                    lead, "ST at J + 60 ms", StGates.levels(ecg, lead).j60(), limit, "uV"));
        }
        boolean red = ecg.symptoms().any();
        String names = String.join(", ", depressed.stream().map(Lead::label).toList());
        return Verdict.present(new Finding(
                red ? id() : "Y08",
                "ST_DEPRESSION",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.8,
                evidence,
                "%s 导联ST段水平或下斜型压低%s。".formatted(names, red ? "，伴症状，疑似急性心肌缺血" : ""),
                "Horizontal or downsloping ST depression in %s%s."
                        .formatted(names, red ? " with symptoms: suspected acute ischaemia" : "")));
    }

    private static boolean depressed(EcgCase ecg, Lead lead, double limit) {
        LeadLevels levels = StGates.levels(ecg, lead);
        return levels.j() <= limit && levels.j60() <= limit && levels.j60() <= levels.j() + LEVEL_MICROVOLTS;
    }
}
