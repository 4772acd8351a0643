package org.ecgnet.triage.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.statement.Statements;

/**
 * R05: a wide-QRS tachycardia that fills the recording is ventricular until disproved.
 *
 * <p>QRS of 120 ms or more at 150/min or more is HARD (Chinese consensus on critical ECG values 2017, B2; in ten
 * seconds it is presumed to be sustained); at 100 to 149/min red and not HARD (R05b, proposed in CLINICAL 2.4), unless P
 * waves lead the beats, or RR is irregular as in atrial fibrillation. With symptoms every such tachycardia, a short run too, is HARD. The
 * signs for VT that Brugada (1991) and Vereckei (2008) describe are evidence printed, never conditions.
 */
public final class WideQrsTachycardiaRule implements TriageRule {

    private static final String HEIGHT = "QRS height";

    @Override
    public String id() {
        return "R05";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        double qrs = ecg.measured().qrsMillis().orElse(0);
        if (ecg.fibrillating() || !ecg.scores().claimed("VT") || rate < profile.value("R05.fast")) {
            return shortRun(ecg, profile);
        }
        boolean fast = rate >= profile.value("R05.fast-hard");
        boolean hard = fast || ecg.symptoms().any();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(
                ecg.evidence("rate", rate, fast ? profile.value("R05.fast-hard") : profile.value("R05.fast"), "/min"));
        evidence.add(ecg.evidence("QRS", qrs, profile.value("R05.wide-qrs"), "ms"));
        evidence.add(ecg.evidence("share of wide beats", Statements.wideShare(ecg.measured()), 0.75, "1"));
        evidence.addAll(widestLeads(ecg));
        evidence.addAll(VentricularSigns.of(ecg));
        List<String> names = evidence.stream()
                .filter(item -> item.quantity().equals(HEIGHT))
                .flatMap(item -> item.lead().stream())
                .map(Lead::label)
                .toList();
        return Verdict.present(new Finding(
                fast ? id() : "R05b",
                "WIDE_QRS_TACHYCARDIA",
                TriageLevel.RED,
                hard,
                ecg.scores().of("VT"),
                evidence,
                "宽QRS心动过速 %.0f 次/分，QRS %.0f 毫秒（%s）：未排除前按室性心动过速处理。".formatted(rate, qrs, String.join("、", names)),
                "Wide-QRS tachycardia %.0f/min, QRS %.0f ms (%s): ventricular tachycardia until disproved."
                        .formatted(rate, qrs, String.join(", ", names))));
    }

    /** A run that does not fill the recording is critical with symptoms only; without, it is Y06. */
    private Verdict shortRun(EcgCase ecg, RuleProfile profile) {
        boolean hides = ecg.fibrillating()
                || ecg.scores().claimed("PACED")
                || !ecg.symptoms().any();
        return VentricularRuns.of(ecg.measured()).stream()
                .filter(run -> !hides && ComplexEctopyRule.isShortTachycardia(run, profile))
                .findFirst()
                .map(run -> Verdict.present(new Finding(
                        id(),
                        "SHORT_VT",
                        TriageLevel.RED,
                        true,
                        ecg.scores().of("PVC"),
                        List.of(new Evidence(
                                "run of ventricular beats",
                                run.beats().size(),
                                profile.value("Y06.run"),
                                "beats",
                                Optional.empty(),
                                run.samples())),
                        "短阵室性心动过速 %d 个搏动，%.0f 次/分，伴症状。".formatted(run.beats().size(), run.bpm()),
                        "Run of ventricular tachycardia with symptoms: %d beats at %.0f/min."
                                .formatted(run.beats().size(), run.bpm()))))
                .orElse(Verdict.absent("no wide-QRS tachycardia through the recording"));
    }

    /** The leads with the largest complexes, in which a reader sees the width best. */
    private static List<Evidence> widestLeads(EcgCase ecg) {
        List<Lead> leads = new ArrayList<>(ecg.measured().levels().keySet());
        leads.sort((a, b) -> Double.compare(height(ecg, b), height(ecg, a)));
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : leads.subList(0, Math.min(4, leads.size()))) {
            evidence.add(ecg.evidence(lead, HEIGHT, height(ecg, lead), 0, "uV"));
        }
        return evidence;
    }

    private static double height(EcgCase ecg, Lead lead) {
        LeadLevels levels = ecg.measured().levels().getOrDefault(lead, LeadLevels.NONE);
        return levels.r() - Math.min(levels.s(), levels.q());
    }
}
