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
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.Rhythm;
import org.ecgnet.triage.statement.Statements;

/**
 * R08: atrial fibrillation over an accessory pathway: irregular, most beats wide, their shape changing; HARD when the shortest
 * RR is 250 ms or less (Chinese consensus on critical ECG values 2017, B5), else yellow and urgent (Y12).
 *
 * <p>An RR this short no AV node passes on: it counts as proof where the shape does not change.
 */
public final class PreExcitedFibrillationRule implements TriageRule {

    /** Below this an interval is a beat counted twice. */
    private static final double LEAST_RR_MILLIS = 160;

    @Override
    public String id() {
        return "R08";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Rhythm rhythm = ecg.measured().rhythm();
        double wide = Statements.wideShare(ecg.measured());
        if (ecg.fibrillating()
                || ecg.scores().claimed("PACED")
                || rhythm.irregularity() < profile.value("R08.irregular")
                || wide < profile.value("R08.wide-share")) {
            return Verdict.absent("regular, narrow or paced");
        }
        Rhythm.Interval shortest = shortest(rhythm);
        boolean fast = shortest.millis() <= profile.value("R08.shortest-rr");
        double oneShape = oneShape(ecg.measured().beats());
        boolean block = ecg.scores().claimed("LBBB") || ecg.scores().claimed("RBBB");
        boolean changing = !block
                && oneShape < profile.value("R08.one-shape")
                && rhythm.meanRateBpm() >= profile.value("R05.fast");
        if (oneShape < profile.value("R04.one-shape")) {
            return Verdict.absent("no shape prevails: polymorphic tachycardia");
        }
        if (!fast && !changing) {
            return Verdict.absent("one shape and no RR below 250 ms: bundle branch block");
        }
        return Verdict.present(new Finding(
                fast ? id() : "Y12",
                "PRE_EXCITED_AF",
                fast ? TriageLevel.RED : TriageLevel.YELLOW,
                fast,
                0.8,
                List.of(
                        new Evidence(
                                "shortest RR",
                                shortest.millis(),
                                profile.value("R08.shortest-rr"),
                                "ms",
                                Optional.empty(),
                                List.of(shortest.fromSample(), shortest.toSample())),
                        ecg.evidence("RR irregularity", rhythm.irregularity(), profile.value("R08.irregular"), "of RR"),
                        ecg.evidence("share of wide beats", wide, profile.value("R08.wide-share"), "of beats"),
                        ecg.evidence(
                                "share of the commonest shape", oneShape, profile.value("R08.one-shape"), "of beats")),
                "疑似预激合并心房颤动：最短RR %.0f 毫秒，QRS宽且多变。禁用房室结阻滞药。".formatted(shortest.millis()),
                "Suspected pre-excited atrial fibrillation: shortest RR %.0f ms, wide changing QRS. No AV-nodal blockers."
                        .formatted(shortest.millis())));
    }

    private static Rhythm.Interval shortest(Rhythm rhythm) {
        return rhythm.rrMillis().stream()
                .filter(rr -> rr.millis() >= LEAST_RR_MILLIS)
                .min((a, b) -> Double.compare(a.millis(), b.millis()))
                .orElse(new Rhythm.Interval(0, 0, Double.MAX_VALUE));
    }

    private static double oneShape(List<Beat> beats) {
        long most = 0;
        for (Beat one : beats) {
            most = Math.max(
                    most, beats.stream().filter(b -> b.shape() == one.shape()).count());
        }
        return beats.isEmpty() ? 1 : (double) most / beats.size();
    }
}
