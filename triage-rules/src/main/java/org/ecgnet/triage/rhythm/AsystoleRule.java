package org.ecgnet.triage.rhythm;

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
 * R01: no ventricular beat for too long, at any age.
 *
 * <p>A completed RR of 5 s (Chinese consensus on critical ECG values 2017, C2), or at the edge of the record 4 s without a
 * QRS (monitor convention, CLINICAL 2.3). A flat trace with its electrodes on is this, not bad signal.
 */
public final class AsystoleRule implements TriageRule {

    @Override
    public String id() {
        return "R01";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (ecg.fibrillating()) {
            return Verdict.absent("fibrillation");
        }
        Rhythm rhythm = ecg.measured().rhythm();
        double completed = rhythm.longest().millis();
        if (completed >= profile.value("R01.standstill")) {
            return red(
                    completed,
                    profile.value("R01.standstill"),
                    List.of(rhythm.longest().fromSample(), rhythm.longest().toSample()));
        }
        double edge = Math.max(rhythm.silentStartMillis(), rhythm.silentEndMillis());
        return edge >= profile.value("R01.silent-edge")
                ? red(edge, profile.value("R01.silent-edge"), ecg.measured().rSamples())
                : Verdict.absent("beats come in time");
    }

    private Verdict red(double millis, double threshold, List<Integer> beats) {
        Evidence silence = new Evidence("time without QRS", millis, threshold, "ms", Optional.empty(), beats);
        return Verdict.present(new Finding(
                id(),
                "ASYSTOLE",
                TriageLevel.RED,
                true,
                0.99,
                List.of(silence),
                "心脏停搏或心室静止：%.1f 秒无QRS波。立即查看患者，无脉搏即开始心肺复苏。".formatted(millis / 1000),
                "Asystole or ventricular standstill: no QRS for %.1f s. Check the patient now; start CPR if there is no pulse."
                        .formatted(millis / 1000)));
    }
}
