package org.ecgnet.triage.repolarization;

import java.util.List;
import java.util.OptionalDouble;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.CorrectedQt;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R19: QTc by Fridericia of 550 ms or more (Chinese consensus on critical ECG values 2017, D4); 500 to 549 ms, or 340 ms and
 * less, is yellow (Y10). With a QRS of 120 ms or more the QT is shortened by 0.485 of it (Bogossian 2014).
 */
public final class CorrectedQtRule implements TriageRule {

    private static final double WIDE_MILLIS = 120;
    private static final double BOGOSSIAN = 0.485;

    /** Above this rate T and the next P run together and no end of T is to be believed. */
    private static final double FASTEST_BPM = 120;

    /** AF and bigeminy give every beat another QT: no single correction holds below this spread of RR. */
    private static final double MOST_IRREGULAR = 0.2;

    @Override
    public String id() {
        return "R19";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        OptionalDouble qt = ecg.measured().qtMillis();
        double rate = ecg.measured().rhythm().meanRateBpm();
        if (ecg.fibrillating() || qt.isEmpty() || rate == 0) {
            return new Verdict.CannotTell("无法测量QT间期。", "QT cannot be measured.", false);
        }
        if (rate > FASTEST_BPM || ecg.measured().rhythm().irregularity() > MOST_IRREGULAR) {
            return new Verdict.CannotTell("心率过快或不齐，无法校正QT。", "Too fast or too irregular to correct QT.", false);
        }
        double qrs = ecg.measured().qrsMillis().orElse(0);
        double adjusted = qrs >= WIDE_MILLIS ? qt.getAsDouble() - BOGOSSIAN * (qrs - 95) : qt.getAsDouble();
        double qtc = CorrectedQt.fridericiaMillis(adjusted, 60_000 / rate);
        if (qtc < profile.value("Y10.long") && qtc > profile.value("Y10.short")) {
            return Verdict.absent("QTc between 341 and 499 ms");
        }
        boolean red = qtc >= profile.value("R19.long");
        boolean isShort = qtc <= profile.value("Y10.short");
        double threshold =
                red ? profile.value("R19.long") : isShort ? profile.value("Y10.short") : profile.value("Y10.long");
        return Verdict.present(new Finding(
                red ? id() : "Y10",
                isShort ? "SHORT_QT" : "LONG_QT",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.9,
                List.of(
                        ecg.evidence("QTc (Fridericia)", qtc, threshold, "ms"),
                        ecg.evidence("QT", qt.getAsDouble(), 0, "ms")),
                "QTc %.0f 毫秒（Fridericia），%s。".formatted(qtc, isShort ? "缩短" : "延长"),
                "QTc %.0f ms (Fridericia), %s.".formatted(qtc, isShort ? "short" : "prolonged")));
    }
}
