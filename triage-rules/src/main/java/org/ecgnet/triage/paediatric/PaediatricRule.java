package org.ecgnet.triage.paediatric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.repolarization.AdjustedQt;

/**
 * R26: what is critical under 16 and not covered by a rule for all ages (PALS, Davignon; a paediatrician's approval is
 * outstanding): a rate too fast or too slow for the age, a fast rhythm with a QRS too wide for the age, complete AV block at
 * any rate, QTc of 500 ms.
 *
 * <p>From 1 year on a fast rate counts only where no P waves lead the beats; without any evidence of P it counts.
 */
public final class PaediatricRule implements TriageRule {

    /** Share of the beats that a like P must lead to call the rhythm sinus. */
    private static final double LED_BY_P = 0.7;

    /** A wave larger than this before the QRS is a T. */
    private static final double LARGEST_P_MICROVOLTS = 600;

    private static final int SMALL_CHILD_YEARS = 4;

    @Override
    public String id() {
        return "R26";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        if (!ecg.child() || ecg.fibrillating() || rate == 0) {
            return Verdict.absent("16 years or more, or no beats");
        }
        List<Finding> findings = new ArrayList<>();
        wide(ecg, profile, rate).ifPresent(findings::add);
        fast(ecg, profile, rate).ifPresent(findings::add);
        slow(ecg, profile, rate).ifPresent(findings::add);
        block(ecg).ifPresent(findings::add);
        longQt(ecg, profile).ifPresent(findings::add);
        return findings.isEmpty() ? Verdict.absent("within the limits of the age") : new Verdict.Present(findings);
    }

    private Optional<Finding> wide(EcgCase ecg, RuleProfile profile, double rate) {
        boolean small = AgeBand.years(ecg) < SMALL_CHILD_YEARS;
        double limit = profile.value(small ? "R26.wide-qrs-small" : "R26.wide-qrs");
        double qrs = ecg.measured().qrsMillis().orElse(0);
        if (qrs <= limit || rate < profile.value("R05.fast-hard") || sinus(ecg)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                "PAEDIATRIC_WIDE_QRS_TACHYCARDIA",
                true,
                List.of(
                        ecg.evidence("QRS", qrs, limit, "ms"),
                        ecg.evidence("rate", rate, profile.value("R05.fast-hard"), "/min")),
                "儿童宽QRS心动过速 %.0f 次/分，QRS %.0f 毫秒：未排除前按室性心动过速处理。".formatted(rate, qrs),
                "Child: wide-QRS tachycardia %.0f/min, QRS %.0f ms: ventricular tachycardia until disproved."
                        .formatted(rate, qrs)));
    }

    private Optional<Finding> fast(EcgCase ecg, RuleProfile profile, double rate) {
        AgeBand band = AgeBand.ofDanger(AgeBand.years(ecg));
        double limit = band.limit(profile, "R26.fast-");
        boolean infant = AgeBand.years(ecg) < 1;
        if (rate < limit || !infant && sinus(ecg)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                "PAEDIATRIC_TACHYCARDIA",
                false,
                List.of(
                        ecg.evidence("rate", rate, limit, "/min"),
                        ecg.evidence("beats led by P", ecg.measured().atrial().pShare(), LED_BY_P, "of beats")),
                "%s患儿心率 %.0f 次/分%s：疑似室上性心动过速。".formatted(band.chinese(), rate, infant ? "" : "，未见窦性P波"),
                "Child %s, %.0f/min%s: suspected supraventricular tachycardia."
                        .formatted(band.english(), rate, infant ? "" : " without sinus P waves")));
    }

    private Optional<Finding> slow(EcgCase ecg, RuleProfile profile, double rate) {
        AgeBand band = AgeBand.ofDanger(AgeBand.years(ecg));
        double limit = band.limit(profile, "R26.slow-");
        boolean symptomatic = ecg.symptoms().any() && rate < profile.value("R26.slow-with-symptoms");
        if (rate >= limit && !symptomatic) {
            return Optional.empty();
        }
        double threshold = rate < limit ? limit : profile.value("R26.slow-with-symptoms");
        return Optional.of(finding(
                "PAEDIATRIC_BRADYCARDIA",
                false,
                List.of(ecg.evidence("rate", rate, threshold, "/min")),
                "%s患儿心率 %.0f 次/分%s：严重心动过缓。".formatted(band.chinese(), rate, rate < limit ? "" : "，伴症状"),
                "Child %s, %.0f/min%s: severe bradycardia."
                        .formatted(band.english(), rate, rate < limit ? "" : " with symptoms")));
    }

    private Optional<Finding> block(EcgCase ecg) {
        double score = ecg.scores().of("AVB3");
        return ecg.scores().claimed("AVB3")
                ? Optional.of(finding(
                        "PAEDIATRIC_COMPLETE_AV_BLOCK",
                        false,
                        List.of(ecg.evidence("complete AV block", score, 0.5, "score")),
                        "儿童三度房室传导阻滞。",
                        "Child: complete AV block."))
                : Optional.empty();
    }

    private Optional<Finding> longQt(EcgCase ecg, RuleProfile profile) {
        OptionalDouble qtc = AdjustedQt.qtcMillis(ecg, profile.value("R26.qt-fastest"));
        double limit = profile.value("R26.long-qt");
        return qtc.isPresent() && qtc.getAsDouble() >= limit
                ? Optional.of(finding(
                        "PAEDIATRIC_LONG_QT",
                        false,
                        List.of(ecg.evidence("QTc (Fridericia)", qtc.getAsDouble(), limit, "ms")),
                        "儿童QTc %.0f 毫秒，明显延长。".formatted(qtc.getAsDouble()),
                        "Child: QTc %.0f ms, prolonged.".formatted(qtc.getAsDouble())))
                : Optional.empty();
    }

    private Finding finding(String code, boolean hard, List<Evidence> evidence, String chinese, String english) {
        return new Finding(id(), code, TriageLevel.RED, hard, 0.85, evidence, chinese, english);
    }

    /** True when like P waves lead the beats. */
    static boolean sinus(EcgCase ecg) {
        return ecg.measured().prMillis().isPresent()
                && ecg.measured().atrial().pShare() >= LED_BY_P
                && ecg.measured().atrial().pMicrovolts() < LARGEST_P_MICROVOLTS;
    }
}
