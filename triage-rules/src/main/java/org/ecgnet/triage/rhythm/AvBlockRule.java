package org.ecgnet.triage.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.AvConduction;
import org.ecgnet.triage.statement.Statements;

/**
 * R10: complete AV block at any rate and high-grade block at 35/min or less are HARD; high-grade block above, and Mobitz II or
 * 2:1 with syncope, are red (Chinese consensus on critical ECG values 2017, C1; Zhejiang list for the first-found complete
 * block). Other second-degree block and a PR of 300 ms are yellow (Y05).
 */
public final class AvBlockRule implements TriageRule {

    @Override
    public String id() {
        return "R10";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (ecg.fibrillating() || ecg.scores().claimed("PACED")) {
            return Verdict.absent("fibrillation or pacing");
        }
        AvConduction conduction = AvConduction.of(ecg.measured());
        if (ecg.scores().claimed("AVB3")) {
            return blocked(ecg, profile, conduction, "COMPLETE_AV_BLOCK", TriageLevel.RED, true);
        }
        if (ecg.scores().claimed("AVB2")) {
            return secondDegree(ecg, profile, conduction);
        }
        if (ecg.scores().claimed("AVB1")) {
            return firstDegree(ecg, profile, Statements.prMillis(ecg.measured()));
        }
        return Verdict.absent("every P wave is passed on in time, or P waves cannot be followed");
    }

    private Verdict secondDegree(EcgCase ecg, RuleProfile profile, AvConduction conduction) {
        boolean syncope = ecg.symptoms().syncope();
        return switch (conduction.kind()) {
            case HIGH_GRADE ->
                blocked(
                        ecg,
                        profile,
                        conduction,
                        "HIGH_GRADE_AV_BLOCK",
                        TriageLevel.RED,
                        ecg.measured().rhythm().meanRateBpm() <= profile.value("R10.slow"));
            case TWO_TO_ONE -> blocked(ecg, profile, conduction, "AV_BLOCK_2_TO_1", level(syncope), false);
            case MOBITZ_I -> blocked(ecg, profile, conduction, "AV_BLOCK_MOBITZ_I", TriageLevel.YELLOW, false);
            default -> blocked(ecg, profile, conduction, "AV_BLOCK_MOBITZ_II", level(syncope), false);
        };
    }

    private static TriageLevel level(boolean syncope) {
        return syncope ? TriageLevel.RED : TriageLevel.YELLOW;
    }

    private Verdict blocked(
            EcgCase ecg, RuleProfile profile, AvConduction conduction, String code, TriageLevel level, boolean hard) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(ecg.evidence("ventricular rate", rate, profile.value("R10.slow"), "/min"));
        evidence.add(ecg.evidence("atrial rate", conduction.atrialBpm(), rate, "/min"));
        evidence.add(new Evidence(
                "blocked P waves", conduction.blocked().size(), 1, "P", Optional.empty(), conduction.blocked()));
        Words words = words(code);
        boolean counted = conduction.atrialBpm() > 0;
        return Verdict.present(new Finding(
                level == TriageLevel.RED ? id() : "Y05",
                code,
                level,
                hard,
                Math.max(ecg.scores().of("AVB2"), ecg.scores().of("AVB3")),
                evidence,
                "%s：心室率 %.0f 次/分%s。"
                        .formatted(
                                words.chinese(),
                                rate,
                                counted ? "，心房率 %.0f 次/分".formatted(conduction.atrialBpm()) : ""),
                "%s: ventricles %.0f/min%s."
                        .formatted(
                                words.english(),
                                rate,
                                counted ? ", atria %.0f/min".formatted(conduction.atrialBpm()) : "")));
    }

    private record Words(String chinese, String english) {}

    private static Words words(String code) {
        return switch (code) {
            case "COMPLETE_AV_BLOCK" -> new Words("三度房室传导阻滞", "Complete AV block");
            case "HIGH_GRADE_AV_BLOCK" -> new Words("高度房室传导阻滞", "High-grade AV block");
            case "AV_BLOCK_2_TO_1" -> new Words("2:1房室传导阻滞", "Second-degree AV block, 2:1");
            case "AV_BLOCK_MOBITZ_I" -> new Words("二度I型房室传导阻滞", "Second-degree AV block, Mobitz I");
            default -> new Words("二度II型房室传导阻滞", "Second-degree AV block, Mobitz II");
        };
    }

    private static Verdict firstDegree(EcgCase ecg, RuleProfile profile, double pr) {
        double late = profile.value("Y05.late-pr");
        if (pr < late) {
            return Verdict.absent("PR long, not very long");
        }
        return Verdict.present(new Finding(
                "Y05",
                "AVB1_LONG",
                TriageLevel.YELLOW,
                false,
                ecg.scores().of("AVB1"),
                List.of(ecg.evidence("PR", pr, late, "ms")),
                "一度房室传导阻滞，PR %.0f 毫秒。".formatted(pr),
                "First-degree AV block, PR %.0f ms.".formatted(pr)));
    }
}
