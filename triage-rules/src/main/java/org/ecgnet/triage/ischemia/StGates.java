package org.ecgnet.triage.ischemia;

import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.measure.LeadLevels;

/** What makes an ST level mean something else than ischaemia. */
final class StGates {

    /** ST follows a QRS of this width (AHA/ACCF/HRS 2009, part VI): between the limits of RBBB and of LBBB. */
    private static final double WIDE_MILLIS = 130;

    private StGates() {}

    /** Why there is nothing to judge; empty when there is. */
    static Optional<String> noSegment(EcgCase ecg) {
        if (ecg.fibrillating() || ecg.scores().claimed("VT")) {
            return Optional.of("no ST segment in this rhythm");
        }
        if (ecg.child()) {
            return Optional.of("adult ST limits are not used under 16 (CLINICAL 2.4, R26)");
        }
        return Optional.empty();
    }

    /** Why ST and T say nothing of their own here; empty when they do. */
    static Optional<String> closed(EcgCase ecg) {
        Optional<String> none = noSegment(ecg);
        if (none.isPresent()) {
            return none;
        }
        if (bundleOrPaced(ecg)) {
            return Optional.of("LBBB or ventricular pacing: judged by R15");
        }
        if (ecg.scores().claimed("WPW")) {
            return Optional.of("pre-excitation");
        }
        return wideWithoutName(ecg)
                ? Optional.of("wide QRS that is no RBBB, as in unmarked pacing: judged by R15")
                : Optional.empty();
    }

    static boolean bundleOrPaced(EcgCase ecg) {
        return ecg.scores().claimed("PACED") || ecg.scores().claimed("LBBB");
    }

    /** A wide QRS that is neither a known block, nor pre-excited, nor marked as paced by the unit. */
    static boolean wideWithoutName(EcgCase ecg) {
        return ecg.measured().qrsMillis().orElse(0) >= WIDE_MILLIS
                && !ecg.scores().claimed("RBBB")
                && !ecg.scores().claimed("WPW")
                && !bundleOrPaced(ecg);
    }

    /**
     * Voltage of left ventricular hypertrophy: Sokolow-Lyon (S V1 + R V5 or V6 at least 3.5 mV, 1949) or Cornell (R aVL + S
     * V3 above 2.8 mV for men, 2.0 mV for women; Casale 1985). Sex unknown takes the lower.
     */
    static boolean hypertrophyVoltage(EcgCase ecg) {
        double sokolow = depth(ecg, Lead.V1) + Math.max(height(ecg, Lead.V5), height(ecg, Lead.V6));
        double cornell = height(ecg, Lead.AVL) + depth(ecg, Lead.V3);
        double cornellLimit = ecg.patient().sex() == Sex.MALE ? 2800 : 2000;
        return sokolow >= 3500 || cornell > cornellLimit;
    }

    static LeadLevels levels(EcgCase ecg, Lead lead) {
        return ecg.measured().levels().getOrDefault(lead, LeadLevels.NONE);
    }

    static boolean recorded(EcgCase ecg, Lead lead) {
        return ecg.measured().levels().containsKey(lead);
    }

    /** From the deepest to the highest point of the QRS. */
    static double qrsHeight(EcgCase ecg, Lead lead) {
        return height(ecg, lead) + Math.max(depth(ecg, lead), -levels(ecg, lead).q());
    }

    /** R taller than what is negative: only there does an inverted T or a sunken ST mean what the definitions say. */
    static boolean upright(EcgCase ecg, Lead lead) {
        return recorded(ecg, lead)
                && height(ecg, lead)
                        > Math.max(depth(ecg, lead), -levels(ecg, lead).q());
    }

    private static double height(EcgCase ecg, Lead lead) {
        return levels(ecg, lead).r();
    }

    private static double depth(EcgCase ecg, Lead lead) {
        return -levels(ecg, lead).s();
    }
}
