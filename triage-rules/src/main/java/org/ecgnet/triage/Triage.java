package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.Measuring;
import org.ecgnet.triage.measure.PaceSpikes;
import org.ecgnet.triage.prior.ChangeLimits;
import org.ecgnet.triage.prior.EcgFigures;
import org.ecgnet.triage.prior.PriorEcg;
import org.ecgnet.triage.prior.SerialComparison;
import org.ecgnet.triage.quality.SignalQuality;
import org.ecgnet.triage.statement.Statements;

/** Reads a recording. Stateless: one instance serves all threads; the same input gives the same reading. */
public final class Triage {

    /** Name and version of the engine as every reading prints it. */
    public static final String ENGINE = "ecgnet-triage 0.1.0";

    static final Comparator<Finding> MOST_URGENT_FIRST = Comparator.comparing(Finding::level)
            .thenComparing(finding -> !finding.hard())
            .thenComparing(Finding::rule);

    private final RuleProfile profile;
    private final List<TriageRule> rules;

    /** Reads by every rule of the catalogue with the numbers of a profile. */
    public Triage(RuleProfile profile) {
        this(profile, RuleSet.all());
    }

    Triage(RuleProfile profile, List<TriageRule> rules) {
        this.profile = profile;
        this.rules = List.copyOf(rules);
    }

    /** The reading of one recording; provisional until a named physician confirms. */
    public Reading read(Recording recording, Patient patient, Symptoms symptoms) {
        return examine(recording, patient, symptoms).reading();
    }

    /** The reading of one recording beside the patient's earlier one, which may raise it and never lowers it. */
    public Reading read(Recording recording, Patient patient, Symptoms symptoms, PriorEcg prior) {
        return examine(recording, patient, symptoms, prior).reading();
    }

    /** The reading beside the patient's earlier recording, with everything it stands on. */
    public Examination examine(Recording recording, Patient patient, Symptoms symptoms, PriorEcg prior) {
        Examination alone = examine(recording, patient, symptoms);
        EcgFigures now = Priors.figures(alone.reading());
        SerialComparison comparison = SerialComparison.of(prior, now, ChangeLimits.STANDARD);
        PriorJudging judging = new PriorJudging(comparison, alone.ecg());
        return new Examination(judging.of(alone.reading()), alone.ecg());
    }

    /** The reading with everything it stands on. */
    public Examination examine(Recording recording, Patient patient, Symptoms symptoms) {
        LeadSignals sent = LeadSignals.of(recording.waveform());
        UnitMarks marks = PaceSpikes.added(sent, recording.marks());
        LeadSignals raw = sent.withoutPulses(marks.paceSamples());
        LeadSignals signals = raw.withoutHum();
        SignalQuality quality = SignalQuality.of(raw, signals, marks);
        MeasuredEcg measured = Measuring.of(signals.only(quality.usable()), marks);
        EcgCase ecg = new EcgCase(measured, Statements.of(measured, marks, patient), patient, symptoms, marks);
        QualityJudging judged = QualityJudging.of(quality, ecg, signals);
        QualityReport report = judged.report();
        List<Finding> findings = new ArrayList<>(judged.findings());
        List<Reading.Limitation> limitations = limitations(ecg, quality);
        for (TriageRule rule : quality.usable().isEmpty() ? List.<TriageRule>of() : rules) {
            ask(rule, ecg, report, findings, limitations);
        }
        findings.sort(MOST_URGENT_FIRST);
        return new Examination(reading(ecg, findings, report, limitations), ecg);
    }

    private Reading reading(
            EcgCase ecg, List<Finding> findings, QualityReport report, List<Reading.Limitation> limitations) {
        return new Reading(
                findings.stream().map(Finding::level).reduce(TriageLevel.GREEN, TriageLevel::moreUrgent),
                findings,
                Statements.ordered(ecg.scores()).stream()
                        .map(entry -> new Statement(entry.getKey(), entry.getValue()))
                        .toList(),
                measurements(ecg.measured()),
                report,
                limitations,
                profile.edition(),
                ENGINE);
    }

    private void ask(
            TriageRule rule,
            EcgCase ecg,
            QualityReport report,
            List<Finding> findings,
            List<Reading.Limitation> limitations) {
        Verdict verdict;
        try {
            verdict = rule.judge(ecg, profile);
        } catch (RuntimeException e) {
            // a rule is never silent: what broke it may be what kills the patient
            String what = rule.id() + " (" + e.getClass().getSimpleName() + ")";
            verdict = new Verdict.CannotTell(
                    "规则 " + what + " 运行出错，请人工判读。", "Rule " + what + " failed: have a physician read this.", true);
        }
        if (verdict instanceof Verdict.Present present) {
            present.findings().forEach(finding -> findings.add(inProfile(finding)));
        } else if (verdict instanceof Verdict.CannotTell unknown) {
            limitations.add(new Reading.Limitation(unknown.chinese(), unknown.english()));
            if (unknown.critical()) {
                findings.add(unanswered(rule, unknown, report));
            }
        }
    }

    /** What this profile does not count among the critical values is shown as yellow; it never disappears. */
    private Finding inProfile(Finding finding) {
        if (finding.level() != TriageLevel.RED || !profile.silent().contains(finding.rule())) {
            return finding;
        }
        return new Finding(
                finding.rule(),
                finding.code(),
                TriageLevel.YELLOW,
                false,
                finding.score(),
                finding.evidence(),
                finding.chinese() + "（规则集 " + profile.name() + " 不列为危急值）",
                finding.english() + " (no critical value in profile " + profile.name() + ")");
    }

    /** A critical question without an answer: bad signal is to be repeated, good signal to be read by a person today. */
    private static Finding unanswered(TriageRule rule, Verdict.CannotTell unknown, QualityReport report) {
        boolean badSignal = report.level() == QualityReport.Level.UNREADABLE;
        return new Finding(
                rule.id(),
                "CANNOT_TELL",
                badSignal ? TriageLevel.GREY : TriageLevel.YELLOW,
                false,
                0.5,
                List.of(),
                unknown.chinese(),
                unknown.english());
    }

    private static List<Reading.Limitation> limitations(EcgCase ecg, SignalQuality quality) {
        List<Reading.Limitation> limitations = new ArrayList<>();
        if (ecg.patient().sex() == Sex.UNKNOWN || ecg.patient().ageYears().isEmpty()) {
            limitations.add(new Reading.Limitation(
                    "年龄或性别不详：按最敏感阈值判读。", "Age or sex unknown: the most sensitive limits were used."));
        }
        List<String> missing = Lead.STANDARD_12.stream()
                .filter(lead -> !quality.usable().contains(lead))
                .map(Lead::label)
                .toList();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            limitations.add(new Reading.Limitation(
                    names + " 导联缺失或不可用：相应部位的缺血与梗死无法判断。",
                    names + " missing or unusable: ischaemia and infarction there cannot be judged."));
        }
        if (!quality.usable().containsAll(Lead.INDEPENDENT_8)) {
            limitations.add(new Reading.Limitation(
                    "导联不全：无法判断电极是否接反。", "Not all leads are there: exchanged electrodes cannot be looked for."));
        }
        return limitations;
    }

    private static Measurements measurements(MeasuredEcg ecg) {
        double rate = ecg.rhythm().meanRateBpm();
        if (rate == 0) {
            return new Measurements(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    ecg.qrsMillis(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    new TreeMap<>(),
                    ecg.rSamples());
        }
        double rr = 60_000 / rate;
        OptionalDouble qt = ecg.qtMillis();
        TreeMap<Lead, LeadAmplitudes> amplitudes = new TreeMap<>();
        ecg.levels().forEach((lead, levels) -> amplitudes.put(lead, LeadAmplitudes.of(levels)));
        return new Measurements(
                OptionalDouble.of(rate),
                ecg.prMillis(),
                ecg.qrsMillis(),
                qt,
                qt.isEmpty() ? qt : OptionalDouble.of(CorrectedQt.bazettMillis(qt.getAsDouble(), rr)),
                qt.isEmpty() ? qt : OptionalDouble.of(CorrectedQt.fridericiaMillis(qt.getAsDouble(), rr)),
                ecg.qrsAxisDegrees(),
                amplitudes,
                ecg.rSamples());
    }
}
