package org.ecgnet.sim.heart;

import java.util.List;
import org.ecgnet.ecg.Lead;

/** Amplitudes in the eight independent leads, in microvolts; the other four follow from I and II. */
final class LeadVector {

    static final int LEADS = 8;
    static final int I = 0;
    static final int II = 1;
    static final int V1 = 2;

    /** Dower's matrix, rows I, II, V1 to V6, columns X (left), Y (feet), Z (back); SIGNALS section 9. */
    private static final double[][] DOWER = {
        {.632, -.235, .059},
        {.235, 1.066, -.132},
        {-.515, .157, -.917},
        {.044, .164, -1.387},
        {.882, .098, -1.277},
        {1.213, .127, -.601},
        {1.125, .127, -.086},
        {.831, .076, .230}
    };

    static final List<Lead> ORDER = Lead.INDEPENDENT_8;

    private LeadVector() {}

    /** Of a dipole, in millivolts. */
    static double[] dipole(double x, double y, double z) {
        double[] microvolts = new double[LEADS];
        for (int lead = 0; lead < LEADS; lead++) {
            microvolts[lead] = 1000 * (DOWER[lead][0] * x + DOWER[lead][1] * y + DOWER[lead][2] * z);
        }
        return microvolts;
    }

    /** Given lead by lead, in microvolts: I, II, V1 to V6. */
    static double[] leads(double... microvolts) {
        if (microvolts.length != LEADS) {
            throw new IllegalArgumentException("leads: " + microvolts.length + " (expected: 8)");
        }
        return microvolts;
    }

    /**
     * One of the standard twelve from the eight (Einthoven, Goldberger). The right and the posterior chest leads are drawn by
     * eye from their neighbours: V3R and V4R are a small V1, V7 to V9 a V6 that fades into the mirror of V2.
     */
    static double lead(Lead lead, double[] eight) {
        double one = eight[I];
        double two = eight[II];
        return switch (lead) {
            case I -> one;
            case II -> two;
            case III -> two - one;
            case AVR -> -(one + two) / 2;
            case AVL -> one - two / 2;
            case AVF -> two - one / 2;
            case V1, V2, V3, V4, V5, V6 -> eight[ORDER.indexOf(lead)];
            case V3R -> .75 * eight[V1];
            case V4R -> .65 * eight[V1];
            case V7 -> .75 * eight[V1 + 5] - .2 * eight[V1 + 1];
            case V8 -> .5 * eight[V1 + 5] - .35 * eight[V1 + 1];
            case V9 -> .3 * eight[V1 + 5] - .45 * eight[V1 + 1];
            default -> throw new IllegalArgumentException("lead: " + lead + " (expected: one of the standard twelve)");
        };
    }
}
