package org.ecgnet.triage;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.prior.ChangeLimits;
import org.ecgnet.triage.prior.Delta;
import org.ecgnet.triage.prior.SerialComparison;

/**
 * What the patient's earlier recording does to the findings: it may add some and add words to others, and never takes one
 * away or lowers it.
 */
record PriorJudging(SerialComparison comparison, EcgCase ecg) {

    private static final ChangeLimits LIMITS = ChangeLimits.STANDARD;

    /** The day is the clinic's: China has one time zone. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** Statements whose appearance is a finding of its own. */
    private static final Map<String, String> NEW = Map.of(
            "LBBB", "完全性左束支阻滞",
            "RBBB", "完全性右束支阻滞",
            "AF", "心房颤动",
            "AFL", "心房扑动",
            "AVB3", "三度房室传导阻滞",
            "WPW", "心室预激");

    /** The statements behind the rules that a known condition explains. */
    private static final Map<String, List<String>> STATEMENTS = Map.of(
            "Y01", List.of("AF", "AFL"),
            "Y02", List.of("SVT"),
            "Y03", List.of("ST"),
            "Y09", List.of("LBBB", "RBBB"),
            "Y11", List.of("MI_OLD"),
            "Y12", List.of("WPW"),
            "Y15", List.of("PACED"));

    /** The reading with words on what is known, and with what is new: its level is the same or more urgent. */
    Reading of(Reading alone) {
        List<Finding> findings = of(alone.findings());
        return new Reading(
                findings.stream().map(Finding::level).reduce(alone.level(), TriageLevel::moreUrgent),
                findings.stream().sorted(Triage.MOST_URGENT_FIRST).toList(),
                alone.statements(),
                alone.measurements(),
                alone.quality(),
                alone.cannotJudge(),
                alone.profile(),
                alone.engine(),
                Optional.of(comparison));
    }

    private List<Finding> of(List<Finding> findings) {
        List<Finding> all = new ArrayList<>();
        findings.forEach(finding -> all.add(annotated(finding)));
        comparison.appeared().stream().filter(NEW::containsKey).forEach(code -> all.add(appeared(code)));
        changed("NEW_ST_ELEVATION", comparison.stRose(), LIMITS.stRiseMicrovolts(), "ST段较前抬高", "ST has risen")
                .ifPresent(all::add);
        changed("NEW_ST_DEPRESSION", comparison.stFell(), LIMITS.stFallMicrovolts(), "ST段较前压低", "ST has fallen")
                .ifPresent(all::add);
        turned().ifPresent(all::add);
        longerQt().ifPresent(all::add);
        return all;
    }

    private Finding annotated(Finding finding) {
        List<String> codes = STATEMENTS.getOrDefault(finding.rule(), List.of());
        boolean known = codes.stream().anyMatch(comparison.known()::contains);
        boolean sameSt = sameSt(finding);
        if (!known && !sameSt) {
            return finding;
        }
        return new Finding(
                finding.rule(),
                finding.code(),
                finding.level(),
                finding.hard(),
                finding.score(),
                finding.evidence(),
                finding.chinese() + "（" + date() + " 已有" + (sameSt ? "同样改变" : "") + "）",
                finding.english() + (sameSt ? " (the same on " : " (known since ") + date() + ")");
    }

    /** True for a finding on ST whose every lead stands where it stood. */
    private boolean sameSt(Finding finding) {
        List<Lead> leads = finding.evidence().stream()
                .filter(evidence -> evidence.quantity().equals(SerialComparison.ST))
                .flatMap(evidence -> evidence.lead().stream())
                .toList();
        return !leads.isEmpty() && leads.stream().allMatch(this::still);
    }

    private boolean still(Lead lead) {
        return comparison
                .delta(SerialComparison.ST, Optional.of(lead))
                .filter(delta -> Math.abs(delta.now() - delta.before()) < LIMITS.stFallMicrovolts())
                .isPresent();
    }

    private Finding appeared(String code) {
        return finding(
                "NEW_" + code,
                TriageLevel.YELLOW,
                List.of(),
                "新出现：" + NEW.getOrDefault(code, code) + "（" + date() + " 无）。",
                "New since " + date() + ": " + code + ".");
    }

    /** A change of ST in neighbouring leads; with symptoms it is an emergency. */
    private Optional<Finding> changed(String code, List<Lead> leads, double limit, String chinese, String english) {
        if (leads.isEmpty()) {
            return Optional.empty();
        }
        List<Evidence> evidence = leads.stream()
                .flatMap(lead -> comparison.delta(SerialComparison.ST, Optional.of(lead)).stream())
                .map(delta -> evidence(delta, limit))
                .toList();
        String names = String.join(", ", leads.stream().map(Lead::label).toList());
        return Optional.of(finding(
                code,
                ecg.symptoms().any() ? TriageLevel.RED : TriageLevel.YELLOW,
                evidence,
                names + " 导联" + chinese + "（与 " + date() + " 比较）。",
                english + " in " + names + " since " + date() + "."));
    }

    private Optional<Finding> turned() {
        if (comparison.tInverted().isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(
                ", ", comparison.tInverted().stream().map(Lead::label).toList());
        return Optional.of(finding(
                "NEW_T_INVERSION",
                TriageLevel.YELLOW,
                comparison.deltas().stream()
                        .filter(delta -> delta.changed() && delta.quantity().equals("T"))
                        .map(delta -> evidence(delta, LIMITS.tInversionMicrovolts()))
                        .toList(),
                names + " 导联T波新倒置（与 " + date() + " 比较）。",
                "T has turned over in " + names + " since " + date() + "."));
    }

    private Optional<Finding> longerQt() {
        return comparison
                .delta(SerialComparison.QTC, Optional.empty())
                .filter(delta -> delta.changed() && delta.now() > delta.before())
                .map(delta -> finding(
                        "LONGER_QTC",
                        TriageLevel.YELLOW,
                        List.of(evidence(delta, LIMITS.qtcMillis())),
                        "QTc 较 " + date() + " 延长 %.0f ms。".formatted(delta.now() - delta.before()),
                        "QTc is %.0f ms longer than on ".formatted(delta.now() - delta.before()) + date() + "."));
    }

    /** The change as the value, the limit as the threshold. */
    private Evidence evidence(Delta delta, double limit) {
        double by = delta.now() - delta.before();
        double threshold = Math.copySign(limit, by);
        return delta.lead()
                .map(lead -> ecg.evidence(lead, "change of " + delta.quantity(), by, threshold, delta.unit()))
                .orElseGet(() -> ecg.evidence("change of " + delta.quantity(), by, threshold, delta.unit()));
    }

    private static Finding finding(
            String code, TriageLevel level, List<Evidence> evidence, String chinese, String english) {
        return new Finding("SERIAL", code, level, false, 1, evidence, chinese, english);
    }

    private String date() {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(CHINA).format(comparison.since());
    }
}
