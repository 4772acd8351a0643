package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Where a reader would mark R on a beat of many leads: the middle of the leads' own R waves, or of their nadirs where a lead
 * has none. LUDB's annotators mark the least upward hump of a complex and hardly ever the nadir of an S.
 *
 * <p>A complex is found where all leads together are steepest, which in a wide QRS is 50 to 80 ms behind the R that most leads
 * show. Of few leads there is no middle, and the sample at which the complex was found stays.
 */
final class RPlace {

    private static final int FEWEST_LEADS = 6;

    /** The smallest wave that is one, in microvolts (CSE Working Party, Eur Heart J 1985;6:815): an r however deep the S behind it. */
    private static final double SMALLEST = 20;

    private RPlace() {}

    /** Samples from the place at which the beats lie on one another to R; empty with few leads. */
    static OptionalInt behindAnchor(MedianBeat beat, Delineation waves) {
        int leads = beat.microvolts().length;
        if (leads < FEWEST_LEADS) {
            return OptionalInt.empty();
        }
        int[] peaks = new int[leads];
        for (int k = 0; k < leads; k++) {
            peaks[k] = of(beat.microvolts()[k], waves.qrsOn(), waves.qrsOff());
        }
        Arrays.sort(peaks);
        return OptionalInt.of((peaks[(leads - 1) / 2] + peaks[leads / 2]) / 2 - beat.r());
    }

    /** In one lead: the highest hump that stands out to both sides; the nadir of a complex without one. */
    static int of(double[] x, int onset, int end) {
        int on = Math.max(0, Math.min(x.length - 1, onset));
        int off = Math.max(on, Math.min(x.length - 1, end));
        double[] lowestBehind = new double[off - on + 1];
        int nadir = off;
        for (int i = off; i >= on; i--) {
            nadir = x[i] <= x[nadir] ? i : nadir;
            lowestBehind[i - on] = x[nadir];
        }
        int highest = -1;
        double lowestBefore = x[on];
        for (int i = on + 1; i < off; i++) {
            lowestBefore = Math.min(lowestBefore, x[i]);
            boolean hump = x[i] >= x[i - 1]
                    && x[i] >= x[i + 1]
                    && x[i] - Math.max(lowestBefore, lowestBehind[i - on]) >= SMALLEST;
            highest = hump && (highest < 0 || x[i] > x[highest]) ? i : highest;
        }
        return highest < 0 ? nadir : highest;
    }
}
