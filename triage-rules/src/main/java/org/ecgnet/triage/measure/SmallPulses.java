package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Small pacing pulses: bends of all leads together that stand alone in time.
 *
 * <p>The bend, the second difference over 4 ms, is {@value #ABOVE_BEFORE} times what it was in the 40 ms before and
 * {@value #ABOVE_AFTER} times what follows in the next, and several leads share it. A QRS bends from its onset to its end,
 * and a torn wire shows in one lead.
 */
final class SmallPulses {

    /** Root of the sum of squares of the leads' bends. */
    private static final double LEAST_MICROVOLTS = 300;

    private static final double ABOVE_BEFORE = 8;
    private static final double ABOVE_AFTER = 4;

    /** A lead shares a bend when its own is this much of all together. */
    private static final double LEAD_SHARE = 0.125;

    private static final int LEADS = 3;
    private static final int PULSE_MILLIS = 10;
    private static final int ALONE_MILLIS = 44;

    private final double[][] leads;

    /** Sum of the squares of the leads' bends. */
    private final double[] bend;

    private final int pulse;
    private final int alone;

    private SmallPulses(LeadSignals signals) {
        this.leads = signals.microvolts();
        this.pulse = signals.rate().samplesIn(PULSE_MILLIS);
        this.alone = signals.rate().samplesIn(ALONE_MILLIS);
        this.bend = new double[signals.length()];
        for (double[] x : leads) {
            for (int i = 1; i < bend.length - 1; i++) {
                double own = x[i + 1] - 2 * x[i] + x[i - 1];
                bend[i] += own * own;
            }
        }
    }

    /** Samples of the pulses, ascending. */
    static List<Integer> find(LeadSignals independent) {
        SmallPulses pulses = new SmallPulses(independent);
        List<Integer> found = new ArrayList<>();
        for (int i = pulses.alone; i < pulses.bend.length - pulses.alone; i++) {
            if (pulses.bend[i] >= LEAST_MICROVOLTS * LEAST_MICROVOLTS && pulses.isPulse(i)) {
                found.add(i);
                i += pulses.alone;
            }
        }
        return found;
    }

    private boolean isPulse(int at) {
        return bend[at] >= ABOVE_BEFORE * ABOVE_BEFORE * most(at - alone, at - pulse)
                && bend[at] >= ABOVE_AFTER * ABOVE_AFTER * most(at + pulse, at + alone)
                && shared(at) >= LEADS;
    }

    private double most(int from, int to) {
        double most = 0;
        for (int i = from; i <= to; i++) {
            most = Math.max(most, bend[i]);
        }
        return most;
    }

    private int shared(int at) {
        int shared = 0;
        for (double[] x : leads) {
            shared += Math.abs(bend(x, at)) >= LEAD_SHARE * Math.sqrt(bend[at]) ? 1 : 0;
        }
        return shared;
    }

    private static double bend(double[] x, int i) {
        return x[i + 1] - 2 * x[i] + x[i - 1];
    }
}
