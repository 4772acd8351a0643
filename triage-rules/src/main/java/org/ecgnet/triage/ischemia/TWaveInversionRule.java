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

/**
 * Y08: T inverted by 0.1 mV or more in two contiguous leads in which R prevails (UDMI-4).
 *
 * <p>What is normal is left out: III, aVR, V1 and aVL where their QRS is negative, by the definition itself; V1 and V2 in
 * everybody, V3 under the age of 20. So is what follows the QRS: V1 to V3 in right bundle branch block, and everything under
 * the voltage of left ventricular hypertrophy unless there are symptoms.
 */
public final class TWaveInversionRule implements TriageRule {

    private static final Set<Lead> V1_V2 = Set.of(Lead.V1, Lead.V2);
    private static final Set<Lead> V1_TO_V3 = Set.of(Lead.V1, Lead.V2, Lead.V3);

    @Override
    public String id() {
        return "Y08";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        if (StGates.hypertrophyVoltage(ecg) && !ecg.symptoms().any()) {
            return Verdict.absent("may be the strain of left ventricular hypertrophy");
        }
        boolean young = ecg.patient().ageYears().orElse(100) < profile.value("Y08.juvenile");
        boolean leftOut = ecg.scores().claimed("RBBB") || young;
        Set<Lead> normal = leftOut ? V1_TO_V3 : V1_V2;
        double limit = profile.value("Y08.inversion");
        Set<Lead> inverted =
                Contiguous.neighbours(Contiguous.PAIRS, lead -> !normal.contains(lead) && inverted(ecg, lead, limit));
        if (inverted.isEmpty()) {
            return Verdict.absent("no inverted T in two contiguous leads with a prevailing R");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : EnumSet.copyOf(inverted)) {
            evidence.add(
                    ecg.evidence(lead, "T", StGates.levels(ecg, lead).tWave().negative(), limit, "uV"));
        }
        String names = Contiguous.names(inverted);
        return Verdict.present(new Finding(
                id(),
                "T_INVERSION",
                TriageLevel.YELLOW,
                false,
                0.7,
                evidence,
                "%s 导联T波倒置，提示心肌缺血可能；无既往心电图对照时按新发处理。".formatted(names),
                "T inverted in %s, possibly ischaemia; new until a prior recording shows it.".formatted(names)));
    }

    private static boolean inverted(EcgCase ecg, Lead lead, double limit) {
        double negative = StGates.levels(ecg, lead).tWave().negative();
        return StGates.upright(ecg, lead)
                && negative <= limit
                && -negative > StGates.levels(ecg, lead).tWave().positive();
    }
}
