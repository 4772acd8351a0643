package org.ecgnet.format.philips;

import java.util.List;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/**
 * The pulse of one millivolt that carts add after the last heartbeat, in all leads at once: zeros, a plateau, zeros. As an
 * ECG it would be read as a beat, so it is cut off; and it says what a count is.
 */
final class CalibrationMark {

    private static final double MICROVOLTS = 1000;
    private static final double TOLERANCE = 0.02;
    private static final double SHORTEST_MILLIS = 100;
    private static final double LONGEST_MILLIS = 500;

    private final SampleRate rate;
    private final LeadScale scale;

    CalibrationMark(SampleRate rate, LeadScale scale) {
        this.rate = rate;
        this.scale = scale;
    }

    /**
     * The number of samples before the mark; all of them where there is none.
     *
     * @param leads I and II first, all of one length
     * @throws RefusedFile when the plateau is no millivolt by the document's own scale
     */
    int begins(List<int[]> leads) {
        int[] one = leads.get(0);
        int plateauEnd = runFrom(leads, one.length, 0);
        if (plateauEnd == 0 || plateauEnd == one.length) {
            return one.length;
        }
        int height = one[plateauEnd - 1];
        int plateau = runFrom(leads, plateauEnd, height);
        double millis = rate.millisAt(plateauEnd - plateau);
        int before = runFrom(leads, plateau, 0);
        if (millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS || before == plateau) {
            return one.length;
        }
        double microvolts = height * scale.microvoltsPerCount();
        if (Math.abs(microvolts - MICROVOLTS) > TOLERANCE * MICROVOLTS) {
            throw new RefusedFile(Refusal.NO_UNITS, "the calibration mark is " + microvolts + " uV, not a millivolt");
        }
        return before;
    }

    /** Where the run of a count begins that ends before a sample, in I and II. */
    private static int runFrom(List<int[]> leads, int to, int count) {
        int from = to;
        while (from > 0 && leads.get(0)[from - 1] == count && (leads.size() < 2 || leads.get(1)[from - 1] == count)) {
            from--;
        }
        return from;
    }
}
