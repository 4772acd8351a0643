package org.ecgnet.triage.quality;

import java.util.List;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.signal.Smoothing;

/** How much of a recording can be judged: its whole seconds in which most leads carry a signal. */
public final class UsableTime {

    private static final double CLIPPED_MICROVOLTS = 8000;
    private static final double CLIPPED_SHARE = 0.3;
    private static final double LOST_LEADS = 0.5;

    private UsableTime() {}

    /** Seconds less those in which more than half of the leads are off or at the end of the amplifier's range. */
    public static double seconds(LeadSignals signals, UnitMarks marks) {
        int second = signals.rate().hertz();
        double total = (double) signals.length() / second;
        int lost = 0;
        int leads = signals.leads().size();
        double[] middle = new double[leads];
        boolean[] mayClip = new boolean[leads];
        for (int k = 0; k < leads; k++) {
            double[] x = signals.microvolts()[k];
            mayClip[k] = Smoothing.swing(x, 0, x.length) > CLIPPED_MICROVOLTS;
            middle[k] = mayClip[k] ? Smoothing.usual(x) : 0;
        }
        for (int from = 0; from + second <= signals.length(); from += second) {
            int bad = 0;
            for (int k = 0; k < leads; k++) {
                boolean off = off(marks, signals, k, from, from + second);
                bad += off || mayClip[k] && clipped(signals.microvolts()[k], middle[k], from, from + second) ? 1 : 0;
            }
            lost += bad > LOST_LEADS * leads ? 1 : 0;
        }
        return total - lost;
    }

    private static boolean off(UnitMarks marks, LeadSignals signals, int lead, int from, int to) {
        List<LeadOff> stretches = marks.leadsOff();
        return stretches.stream()
                .anyMatch(off -> off.lead() == signals.leads().get(lead) && off.from() < to && off.to() > from);
    }

    private static boolean clipped(double[] x, double middle, int from, int to) {
        int beyond = 0;
        for (int i = from; i < to; i++) {
            beyond += Math.abs(x[i] - middle) > CLIPPED_MICROVOLTS ? 1 : 0;
        }
        return beyond > CLIPPED_SHARE * (to - from);
    }
}
