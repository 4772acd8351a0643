package org.ecgnet.triage.hypertrophy;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.TShape;

/**
 * R24: two signs of a right ventricle under sudden load, with symptoms: suspected pulmonary embolism (Chinese consensus on
 * critical ECG values 2017, D3; the combination is proposed). Without symptoms it is yellow (Y13).
 *
 * <p>Signs: S1Q3T3 (McGinn and White 1935), T inverted in three leads of V1 to V4, right bundle branch block, more than
 * 100/min. Rate and block together are said only of a patient with symptoms: alone they mean too much else.
 */
public final class PulmonaryEmbolismRule implements TriageRule {

    private static final List<Lead> RIGHT_CHEST = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4);

    @Override
    public String id() {
        return "R24";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (ecg.fibrillating() || ecg.measured().levels().isEmpty()) {
            return Verdict.absent("no beat to measure");
        }
        boolean foreign = ecg.scores().claimed("PACED")
                || ecg.scores().claimed("LBBB")
                || ecg.scores().claimed("VT")
                || ecg.scores().claimed("WPW");
        if (foreign || ecg.child()) {
            return Verdict.absent("beats of another origin or course, or a child: T of V1 to V4 says nothing");
        }
        List<Evidence> load = s1q3t3(ecg, profile);
        List<Evidence> inverted = inverted(ecg, profile);
        boolean block = ecg.scores().claimed("RBBB");
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean fast = rate > profile.value("R24.fast");
        int shape = (load.isEmpty() ? 0 : 1) + (inverted.isEmpty() ? 0 : 1);
        int signs = shape + (block ? 1 : 0) + (fast ? 1 : 0);
        boolean red = ecg.symptoms().any();
        if (signs < profile.value("R24.signs") || !red && shape == 0) {
            return Verdict.absent("fewer than two signs of right ventricular load");
        }
        List<Evidence> evidence = new ArrayList<>(load);
        evidence.addAll(inverted);
        if (fast) {
            evidence.add(ecg.evidence("rate", rate, profile.value("R24.fast"), "/min"));
        }
        if (block) {
            evidence.add(ecg.evidence(Lead.V1, "RBBB", ecg.scores().of("RBBB"), 0.5, "score"));
        }
        return Verdict.present(new Finding(
                red ? id() : "Y13",
                "PULMONARY_EMBOLISM_PATTERN",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.4 + 0.15 * signs,
                evidence,
                "右心室负荷征象 %d 项（%s）：疑似急性肺栓塞，请结合临床。"
                        .formatted(signs, chinese(!load.isEmpty(), !inverted.isEmpty(), block, fast)),
                "%d signs of right ventricular load (%s): suspected pulmonary embolism, judge with the clinic."
                        .formatted(signs, english(!load.isEmpty(), !inverted.isEmpty(), block, fast))));
    }

    private static List<Evidence> s1q3t3(EcgCase ecg, RuleProfile profile) {
        double s1 = -levels(ecg, Lead.I).s();
        double q3 = -levels(ecg, Lead.III).q();
        double t3 = negativeT(ecg, Lead.III);
        boolean all = s1 >= profile.value("R24.s1") && q3 >= profile.value("R24.q3") && t3 <= profile.value("R24.t3");
        return all
                ? List.of(
                        ecg.evidence(Lead.I, "S", s1, profile.value("R24.s1"), "uV"),
                        ecg.evidence(Lead.III, "Q", q3, profile.value("R24.q3"), "uV"),
                        ecg.evidence(Lead.III, "T", t3, profile.value("R24.t3"), "uV"))
                : List.of();
    }

    /** Inverted T in V1 to V4 where no right bundle branch block explains it; empty in too few leads. */
    private static List<Evidence> inverted(EcgCase ecg, RuleProfile profile) {
        List<Evidence> found = new ArrayList<>();
        for (Lead lead : RIGHT_CHEST) {
            double size = negativeT(ecg, lead);
            if (size <= profile.value("R24.inverted")) {
                found.add(ecg.evidence(lead, "T", size, profile.value("R24.inverted"), "uV"));
            }
        }
        boolean enough = found.size() >= profile.value("R24.inverted-leads")
                && !ecg.scores().claimed("RBBB");
        return enough ? found : List.of();
    }

    /** Depth of a T that is more negative than positive, as a negative number; 0 of any other. */
    private static double negativeT(EcgCase ecg, Lead lead) {
        TShape t = levels(ecg, lead).tWave();
        return -t.negative() > t.positive() ? t.negative() : 0;
    }

    private static LeadLevels levels(EcgCase ecg, Lead lead) {
        return ecg.measured().levels().getOrDefault(lead, LeadLevels.NONE);
    }

    private static String chinese(boolean load, boolean inverted, boolean block, boolean fast) {
        return named("S1Q3T3", load, "V1-V4 T波倒置", inverted, "右束支传导阻滞", block, "心率>100次/分", fast, "、");
    }

    private static String english(boolean load, boolean inverted, boolean block, boolean fast) {
        return named(
                "S1Q3T3", load, "T inverted in V1 to V4", inverted, "RBBB", block, "more than 100/min", fast, ", ");
    }

    private static String named(
            String a,
            boolean load,
            String b,
            boolean inverted,
            String c,
            boolean block,
            String d,
            boolean fast,
            String by) {
        List<String> names = new ArrayList<>();
        if (load) {
            names.add(a);
        }
        if (inverted) {
            names.add(b);
        }
        if (block) {
            names.add(c);
        }
        if (fast) {
            names.add(d);
        }
        return String.join(by, names);
    }
}
