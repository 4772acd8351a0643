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
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * Wellens' sign of a tight LAD that has just opened: in two neighbouring leads of V2 to V4 a T that goes up, then down (A),
 * or is deeply inverted (B), ST raised by no more than 0.1 mV, no Q (de Zwaan, Am Heart J 1982; Rhinehardt 2002).
 */
final class Wellens {

    private Wellens() {}

    static Optional<Finding> finding(EcgCase ecg, RuleProfile profile) {
        if (ecg.scores().claimed("RBBB") || StGates.hypertrophyVoltage(ecg)) {
            return Optional.empty(); // T follows the QRS there
        }
        Set<Lead> deep = leads(ecg, levels -> deep(levels, profile), profile);
        Set<Lead> leads = deep.isEmpty() ? leads(ecg, levels -> biphasic(levels, profile), profile) : deep;
        if (leads.isEmpty()) {
            return Optional.empty();
        }
        double limit = profile.value(deep.isEmpty() ? "Y07.wellens-biphasic" : "Y07.wellens-deep");
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : leads) {
            evidence.add(ecg.evidence(
                    lead, "T, lowest", StGates.levels(ecg, lead).tWave().negative(), limit, "uV"));
        }
        String names = Contiguous.names(leads);
        String type = deep.isEmpty() ? "A" : "B";
        return Optional.of(new Finding(
                "Y07",
                "WELLENS_" + type,
                TriageLevel.YELLOW,
                false,
                0.7,
                evidence,
                "%s 导联T波%s（Wellens %s型），提示前降支近段严重狭窄可能：请于5至10分钟后复查心电图，勿做运动试验。"
                        .formatted(names, deep.isEmpty() ? "正负双向" : "深倒置", type),
                "T %s in %s (Wellens %s), possibly a tight LAD: repeat in 5 to 10 minutes, no exercise test."
                        .formatted(deep.isEmpty() ? "up, then down" : "deeply inverted", names, type)));
    }

    /** What a T must be like. */
    private interface Shape {
        boolean fits(LeadLevels levels);
    }

    private static Set<Lead> leads(EcgCase ecg, Shape shape, RuleProfile profile) {
        return Contiguous.neighbours(Contiguous.PAIRS, lead -> {
            LeadLevels levels = StGates.levels(ecg, lead);
            return StElevation.V2_TO_V4.contains(lead)
                    && shape.fits(levels)
                    && levels.j() <= profile.value("Y07.wellens-most-st")
                    && !PathologicalQ.at(ecg, lead, profile);
        });
    }

    private static boolean deep(LeadLevels levels, RuleProfile profile) {
        return levels.tWave().negative() <= profile.value("Y07.wellens-deep")
                && -levels.tWave().negative() > levels.tWave().positive();
    }

    private static boolean biphasic(LeadLevels levels, RuleProfile profile) {
        double least = profile.value("Y07.wellens-biphasic");
        return levels.tWave().negative() <= least
                && levels.tWave().positive() >= -least
                && levels.tWave().negativeMillis() > levels.tWave().positiveMillis();
    }
}
