package org.ecgnet.triage.ischemia;

import java.util.OptionalDouble;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.CorrectedQt;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * Whether an ST elevation has the shape of early repolarisation rather than of an infarction.
 *
 * <p>The shape: upright T that is no hyperacute one, an ST that sags below the line from J to T, small beside T, R kept, no
 * Q, and in V2 and V3 an S or a notch (their loss is terminal QRS distortion; Lee 2016). Then, with V2 to V4 raised, the
 * formula of four variables (Driver, J Electrocardiol 2017; 18.2 and more speaks for an occluded LAD) decides; elsewhere
 * the notch or slur of the end of the QRS (Macfarlane, JACC 2015). Never asked about an elevation with symptoms, with
 * reciprocal depression or of twice the limit.
 */
final class EarlyRepolarisation {

    private static final double MOST_ST_TO_T = 0.4;
    private static final double MOST_T_TO_QRS = 0.6;
    private static final double Q_MICROVOLTS = 100;
    private static final double Q_MILLIS = 30;
    private static final double R_MICROVOLTS = 300;
    private static final double S_MICROVOLTS = 30;
    private static final double NOTCH_MICROVOLTS = 30;

    private EarlyRepolarisation() {}

    /** How much it looks like early repolarisation. */
    enum Likeness {
        /** An infarction's shape. */
        NONE,
        /** The shape, but not the proof. */
        POSSIBLE,
        /** The shape and the proof. */
        LIKELY
    }

    static Likeness of(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        double ratio = 0;
        for (Lead lead : raised) {
            if (lead == Lead.AVR) {
                continue;
            }
            LeadLevels levels = StGates.levels(ecg, lead);
            if (!shape(ecg, lead, levels)) {
                return Likeness.NONE;
            }
            ratio = Math.max(ratio, levels.j() / levels.tWave().positive());
        }
        if (ratio > MOST_ST_TO_T || distorted(ecg, raised)) {
            return Likeness.NONE;
        }
        if (raised.stream().anyMatch(StElevation.V2_TO_V4::contains)) {
            OptionalDouble formula = fourVariables(ecg);
            boolean benign = formula.isPresent() && formula.getAsDouble() < profile.value("R11.early-repolarisation");
            return benign ? Likeness.LIKELY : Likeness.POSSIBLE;
        }
        return raised.stream().anyMatch(lead -> notchedOrSlurred(StGates.levels(ecg, lead)))
                ? Likeness.LIKELY
                : Likeness.POSSIBLE;
    }

    private static boolean shape(EcgCase ecg, Lead lead, LeadLevels levels) {
        double t = levels.tWave().positive();
        double at = levels.tWave().positiveMillis();
        boolean q = levels.q() <= -Q_MICROVOLTS && levels.qMillis() >= Q_MILLIS;
        boolean upright = t > -levels.tWave().negative() && at > 80;
        boolean hyperacute = t > MOST_T_TO_QRS * StGates.qrsHeight(ecg, lead);
        double line = levels.j() + (t - levels.j()) * 80 / Math.max(80, at);
        return !q
                && upright
                && !hyperacute
                && levels.r() >= R_MICROVOLTS
                && levels.st().j80() <= line;
    }

    private static boolean distorted(EcgCase ecg, Set<Lead> raised) {
        return raised.stream().anyMatch(StElevation.V2_TO_V4::contains)
                && (withoutEnd(ecg, Lead.V2) || withoutEnd(ecg, Lead.V3));
    }

    private static boolean withoutEnd(EcgCase ecg, Lead lead) {
        LeadLevels levels = StGates.levels(ecg, lead);
        return StGates.recorded(ecg, lead)
                && levels.s() > -S_MICROVOLTS
                && levels.st().notch() < NOTCH_MICROVOLTS;
    }

    private static boolean notchedOrSlurred(LeadLevels levels) {
        return levels.st().notch() >= NOTCH_MICROVOLTS
                || levels.j() - levels.st().j40() >= NOTCH_MICROVOLTS;
    }

    /**
     * 1.062 x ST of V3 60 ms after J (mm) + 0.052 x QTc (Bazett, ms) - 0.151 x QRS of V2 (mm) - 0.268 x R of V4 (mm); empty
     * where one of them is not measured.
     */
    static OptionalDouble fourVariables(EcgCase ecg) {
        OptionalDouble qt = ecg.measured().qtMillis();
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean leads = StElevation.V2_TO_V4.stream().allMatch(lead -> StGates.recorded(ecg, lead));
        if (qt.isEmpty() || rate == 0 || !leads) {
            return OptionalDouble.empty();
        }
        double st60 = StGates.levels(ecg, Lead.V3).j60() / 100;
        double qtc = CorrectedQt.bazettMillis(qt.getAsDouble(), 60_000 / rate);
        double qrs = StGates.qrsHeight(ecg, Lead.V2) / 100;
        double r = StGates.levels(ecg, Lead.V4).r() / 100;
        return OptionalDouble.of(1.062 * st60 + 0.052 * qtc - 0.151 * qrs - 0.268 * r);
    }
}
