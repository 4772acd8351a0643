package org.ecgnet.triage.statement;

import java.util.Map;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.QrsForm;

/** Fascicular blocks by the frontal axis of the amplitudes and the first deflections (AHA/ACCF/HRS 2009, part III). */
final class Fascicles {

    /**
     * The AHA asks for an axis of -45 to -90 degrees, older lists for -30; with r in the inferior leads and R in aVL the middle
     * is claimed.
     */
    private static final double LEFT_AXIS_DEGREES = -36;

    /** The AHA asks for 90 to 180 degrees, which healthy slender adults reach; claimed from 10 degrees further. */
    private static final double RIGHT_AXIS_DEGREES = 100;

    private static final double STEEP_DEGREES = 4;

    /** What an amplitude below this says of its sign is noise. */
    private static final double LEAST_MICROVOLTS = 25;

    private Fascicles() {}

    /** Axis to the left and up, r before S in the inferior leads, R in aVL, better with q before it. */
    static double anterior(Map<Lead, QrsForm> forms) {
        QrsForm avl = form(forms, Lead.AVL);
        long inferiorR = Stream.of(Lead.II, Lead.III, Lead.AVF)
                .filter(lead -> form(forms, lead).beginsPositive())
                .count();
        if (!forms.containsKey(Lead.I) || !forms.containsKey(Lead.AVF) || inferiorR < 2 || avl.net() <= 0) {
            return 0;
        }
        double axis = axisDegrees(forms);
        double q = avl.q() >= LEAST_MICROVOLTS ? 1 : -1;
        return axis < -100 ? 0 : Statements.logistic((LEFT_AXIS_DEGREES - axis) / STEEP_DEGREES + q);
    }

    /** Axis to the right, r before S in I and aVL, q before R in III and aVF. */
    static double posterior(Map<Lead, QrsForm> forms) {
        boolean rs = Stream.of(Lead.I, Lead.AVL)
                .map(lead -> form(forms, lead))
                .allMatch(form -> form.beginsPositive() && form.net() < 0);
        boolean qr = Stream.of(Lead.III, Lead.AVF)
                .map(lead -> form(forms, lead))
                .allMatch(form -> form.q() >= LEAST_MICROVOLTS && form.net() > 0);
        return rs && qr ? Statements.logistic((axisDegrees(forms) - RIGHT_AXIS_DEGREES) / STEEP_DEGREES) : 0;
    }

    /** Frontal axis of the amplitudes R less S, degrees, -180 to 180. */
    static double axisDegrees(Map<Lead, QrsForm> forms) {
        return Math.toDegrees(Math.atan2(
                form(forms, Lead.AVF).net() * 2 / Math.sqrt(3),
                form(forms, Lead.I).net()));
    }

    private static QrsForm form(Map<Lead, QrsForm> forms, Lead lead) {
        return forms.getOrDefault(lead, QrsForm.NONE);
    }
}
