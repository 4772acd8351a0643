package org.ecgnet.triage.pacing;

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
import org.ecgnet.triage.measure.Rhythm;

/**
 * R25: a pacemaker that does not keep the heart going: two and more pulses in a row without a beat, or no pulse in a pause,
 * with an RR of 3.0 s or a rate of 35/min (derived from the Chinese consensus on critical ECG values 2017, C1 and C2). Faults
 * without a pause, and a pacemaker seen for the first time, are yellow (Y15).
 */
public final class PacemakerFailureRule implements TriageRule {

    @Override
    public String id() {
        return "R25";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Pacing pacing = Pacing.of(ecg);
        if (ecg.fibrillating() || pacing.pulses().size() < profile.value("R25.pulses")) {
            return Verdict.absent("no pacing pulses");
        }
        Rhythm rhythm = ecg.measured().rhythm();
        double rate = rhythm.meanRateBpm();
        boolean slow = rhythm.longest().millis() >= profile.value("R25.long-rr")
                || (rate > 0 && rate <= profile.value("R25.slow"));
        boolean noCapture = pacing.mostLostInARow() >= profile.value("R25.lost");
        if (slow && (noCapture || withoutOutput(rhythm, pacing, profile))) {
            return Verdict.present(finding(
                    id(),
                    noCapture ? "PACING_WITHOUT_CAPTURE" : "PACING_WITHOUT_OUTPUT",
                    TriageLevel.RED,
                    evidence(ecg, profile, pacing),
                    noCapture ? "起搏器失夺获伴停搏或过缓。" : "起搏器无输出伴停搏或过缓。",
                    noCapture
                            ? "Pacemaker pulses without capture, with a pause or a slow rate."
                            : "Pacemaker without output in a pause or at a slow rate."));
        }
        if (!pacing.lost().isEmpty() || !pacing.blind().isEmpty()) {
            boolean capture = !pacing.lost().isEmpty();
            return Verdict.present(finding(
                    "Y15",
                    capture ? "PACING_CAPTURE_FAULT" : "PACING_SENSE_FAULT",
                    TriageLevel.YELLOW,
                    evidence(ecg, profile, pacing),
                    capture ? "起搏器间歇性失夺获。" : "起搏器感知不良。",
                    capture ? "Pacemaker pulse without capture." : "Pacemaker does not sense the heart's own beats."));
        }
        return ecg.scores().claimed("PACED")
                ? Verdict.present(finding(
                        "Y15",
                        "PACED_FIRST_FOUND",
                        TriageLevel.YELLOW,
                        evidence(ecg, profile, pacing),
                        "起搏心律；无既往心电图对照时按首次发现处理。",
                        "Paced rhythm; first found until a prior recording shows it."))
                : Verdict.absent("pulses and beats agree");
    }

    /** No pulse within the longest RR: behind its first quarter of a second, in which one may belong to the beat before. */
    private static boolean withoutOutput(Rhythm rhythm, Pacing pacing, RuleProfile profile) {
        Rhythm.Interval longest = rhythm.longest();
        int guard = (longest.toSample() - longest.fromSample()) / 8;
        return longest.millis() >= profile.value("R25.long-rr")
                && pacing.pulses().stream()
                        .noneMatch(pulse -> pulse > longest.fromSample() + guard && pulse < longest.toSample() - guard);
    }

    private static List<Evidence> evidence(EcgCase ecg, RuleProfile profile, Pacing pacing) {
        Rhythm.Interval longest = ecg.measured().rhythm().longest();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(
                "pulses without a beat, most in a row",
                pacing.mostLostInARow(),
                profile.value("R25.lost"),
                "pulses",
                Optional.empty(),
                pacing.lost()));
        evidence.add(new Evidence(
                "longest RR",
                longest.millis(),
                profile.value("R25.long-rr"),
                "ms",
                Optional.empty(),
                List.of(longest.fromSample(), longest.toSample())));
        evidence.add(new Evidence(
                "pulses behind unseen beats", pacing.blind().size(), 1, "pulses", Optional.empty(), pacing.blind()));
        return evidence;
    }

    private static Finding finding(
            String rule, String code, TriageLevel level, List<Evidence> evidence, String chinese, String english) {
        return new Finding(rule, code, level, false, 0.9, evidence, chinese, english);
    }
}
