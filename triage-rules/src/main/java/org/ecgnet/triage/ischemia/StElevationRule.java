package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.repolarization.Brugada;

/**
 * R11: ST elevation at the J point in two contiguous leads, by the limits of the Fourth Universal Definition of Myocardial
 * Infarction (2018).
 *
 * <p>Judged by R15 in LBBB and ventricular pacing; in pre-excitation and in a wide QRS without a name an elevation raises,
 * since nobody can tell what it means. RBBB does not exclude it (ESC 2023). In the voltage of left ventricular hypertrophy
 * an elevation facing a deep S counts from a quarter of the QRS height. HARD with reciprocal depression, with twice the
 * limit in two leads, or with symptoms (CLINICAL 2.4, R11, proposed); only what is none of these is asked whether it looks
 * like early repolarisation (Y07 or green), pericarditis (Y16) or Brugada's type 1 (R27). A rate above 130/min lowers the
 * confidence and gates nothing.
 */
public final class StElevationRule implements TriageRule {

    @Override
    public String id() {
        return "R11";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> none = StGates.noSegment(ecg);
        if (none.isPresent()) {
            return Verdict.absent(none.get());
        }
        if (ecg.measured().levels().isEmpty()) {
            return ecg.measured().beats().isEmpty()
                    ? Verdict.absent("no beat")
                    : new Verdict.CannotTell("无法测量ST段。", "The ST segment cannot be measured.", true);
        }
        Set<Lead> raised = StElevation.raised(ecg, profile);
        if (raised.isEmpty()) {
            return Verdict.absent("below the limit, or in no two contiguous leads");
        }
        if (StGates.closed(ecg).isPresent()) {
            return closed(ecg, profile, raised);
        }
        return judged(ecg, profile, raised);
    }

    /** Raised, but ST follows the QRS here: R15's criteria decide where they apply; what they leave open raises. */
    private static Verdict closed(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        boolean judgedByR15 = StGates.bundleOrPaced(ecg)
                || StGates.wideWithoutName(ecg)
                        && !Sgarbossa.evidence(ecg, profile).isEmpty();
        if (judgedByR15) {
            return Verdict.absent("LBBB, ventricular pacing or a wide QRS: judged by R15");
        }
        String names = Contiguous.names(raised);
        boolean preexcited = ecg.scores().claimed("WPW");
        return new Verdict.CannotTell(
                "%s 导联ST段抬高，但%s，无法判断其意义：请人工判读。".formatted(names, preexcited ? "存在预激" : "QRS增宽"),
                "ST is raised in %s, but %s: what it means cannot be told, have it read."
                        .formatted(names, preexcited ? "the ventricles are pre-excited" : "the QRS is wide"),
                true);
    }

    private Verdict judged(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        List<Evidence> reciprocal = StElevation.reciprocal(ecg, profile, raised);
        boolean certain = !reciprocal.isEmpty() || ecg.symptoms().any();
        if (!certain && !Pericarditis.evidence(ecg, profile).isEmpty()) {
            return Verdict.absent("the pattern of pericarditis: judged by Y16");
        }
        if (!certain && !Brugada.evidence(ecg, profile).isEmpty() && Brugada.LEADS.containsAll(raised)) {
            return Verdict.absent("the pattern of Brugada: judged by R27");
        }
        boolean hard = certain || twice(ecg, profile, raised) >= 2;
        if (!hard) {
            switch (EarlyRepolarisation.of(ecg, profile, raised)) {
                case LIKELY -> {
                    return Verdict.absent("early repolarisation by shape and formula");
                }
                case POSSIBLE -> {
                    return Verdict.present(earlyRepolarisation(ecg, profile, raised));
                }
                case NONE -> {}
            }
        }
        return Verdict.present(finding(ecg, profile, raised, reciprocal, hard));
    }

    private static long twice(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        return raised.stream()
                .filter(lead -> lead != Lead.AVR)
                .filter(lead -> StElevation.j(ecg, lead) >= 2 * StElevation.limit(lead, ecg.patient(), profile))
                .count();
    }

    private Finding finding(
            EcgCase ecg, RuleProfile profile, Set<Lead> raised, List<Evidence> reciprocal, boolean hard) {
        List<Evidence> evidence = new ArrayList<>(StElevation.evidence(ecg, raised, limits(ecg, profile)));
        evidence.addAll(reciprocal);
        boolean fast = ecg.measured().rhythm().meanRateBpm() > profile.value("R11.fast");
        String names = Contiguous.names(raised);
        return new Finding(
                id(),
                "ST_ELEVATION",
                TriageLevel.RED,
                hard,
                (hard ? 0.95 : 0.8) - (fast ? 0.2 : 0),
                evidence,
                "%s 导联ST段抬高%s，疑似急性ST段抬高型心肌梗死%s。%s"
                        .formatted(
                                names,
                                reciprocal.isEmpty() ? "" : "，伴对应性压低",
                                (StElevation.assumed(ecg.patient()) ? "（年龄或性别不详，按最敏感阈值）" : "")
                                        + (fast ? "（心率过快，把握度较低）" : ""),
                                rightAsked(ecg, raised) ? "请加做V3R、V4R导联。" : ""),
                "ST elevation in %s%s: suspected acute ST-elevation infarction%s.%s"
                        .formatted(
                                names,
                                reciprocal.isEmpty() ? "" : " with reciprocal depression",
                                (StElevation.assumed(ecg.patient())
                                                ? " (age or sex unknown: most sensitive limit)"
                                                : "")
                                        + (fast ? " (fast rate: less sure)" : ""),
                                rightAsked(ecg, raised) ? " Record V3R and V4R." : ""));
    }

    /** An inferior infarction may reach the right ventricle (R14); the standard leads do not show it. */
    private static boolean rightAsked(EcgCase ecg, Set<Lead> raised) {
        return raised.stream().anyMatch(StElevation.INFERIOR::contains)
                && StElevation.RIGHT.stream().noneMatch(lead -> StGates.recorded(ecg, lead));
    }

    private static Finding earlyRepolarisation(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        List<Evidence> evidence = new ArrayList<>(StElevation.evidence(ecg, raised, limits(ecg, profile)));
        EarlyRepolarisation.fourVariables(ecg)
                .ifPresent(value -> evidence.add(ecg.evidence(
                        "formula of four variables", value, profile.value("R11.early-repolarisation"), "")));
        String names = Contiguous.names(raised);
        return new Finding(
                "Y07",
                "ST_ELEVATION_EARLY_REPOLARISATION",
                TriageLevel.YELLOW,
                false,
                0.5,
                evidence,
                "%s 导联ST段抬高，形态似早期复极：请核对症状并于5至10分钟后复查心电图。".formatted(names),
                "ST elevation in %s that looks like early repolarisation: ask for symptoms, repeat in 5 to 10 minutes."
                        .formatted(names));
    }

    private static ToDoubleFunction<Lead> limits(EcgCase ecg, RuleProfile profile) {
        return lead -> StElevation.limit(lead, ecg.patient(), profile);
    }
}
