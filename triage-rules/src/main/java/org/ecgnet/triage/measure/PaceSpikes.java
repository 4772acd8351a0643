package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Pacing pulses that are clearly there in the samples, for units whose hardware does not mark them.
 *
 * <p>A pulse is an edge: within two samples {@value #LEAST_MICROVOLTS} uV and ten deviations of the lead's own changes, out of
 * a stretch at the baseline whose swing is at most {@value #QUIET_SHARE} of it, in {@value #LEADS} leads at once. No heart
 * muscle starts like that, and the decay behind a pulse, which filters draw out, does not matter. Asked only at 500 Hz and
 * more with several leads; of smaller pulses without such an edge {@link SmallPulses} are looked for.
 */
public final class PaceSpikes {

    private static final int LEADS = 3;
    private static final double SIGMAS = 10;
    private static final double LEAST_MICROVOLTS = 200;
    private static final double QUIET_SHARE = 0.15;
    private static final double BASELINE_SHARE = 0.5;
    private static final int LEAST_HERTZ = 500;
    private static final int QUIET_MILLIS = 16;
    private static final int BASELINE_MILLIS = 300;
    private static final int APART_MILLIS = 40;
    private static final int FEWEST = 3;

    private PaceSpikes() {}

    /** The unit's marks, with the pulses found here when its hardware marked none. */
    public static UnitMarks added(LeadSignals signals, UnitMarks marks) {
        return marks.paceSamples().isEmpty()
                ? new UnitMarks(marks.leadsOff(), find(signals), marks.buttonSamples(), marks.gaps())
                : marks;
    }

    /** Samples of the pulses, ascending; empty when fewer than three stand out. */
    public static List<Integer> find(LeadSignals signals) {
        LeadSignals independent = signals.independent();
        if (independent.rate().hertz() < LEAST_HERTZ || independent.leads().size() < LEADS) {
            return List.of();
        }
        int[] votes = new int[independent.length()];
        for (double[] lead : independent.microvolts()) {
            vote(lead, independent.rate(), votes);
        }
        List<Integer> pulses = new ArrayList<>();
        int apart = independent.rate().samplesIn(APART_MILLIS);
        for (int n = 0; n < votes.length; n++) {
            boolean first = pulses.isEmpty() || n - pulses.get(pulses.size() - 1) >= apart;
            if (votes[n] >= LEADS && first) {
                pulses.add(n);
            }
        }
        List<Integer> found = pulses.size() < FEWEST ? SmallPulses.find(independent) : pulses;
        return found.size() < FEWEST ? List.of() : found;
    }

    private static void vote(double[] x, SampleRate rate, int[] votes) {
        int n = x.length;
        double[] jump = new double[n];
        for (int i = 1; i < n - 1; i++) {
            jump[i] = Math.abs(x[i + 1] - x[i - 1]);
        }
        // 1.4826: from the median of absolute deviations to a standard deviation of Gaussian noise
        double least = Math.max(LEAST_MICROVOLTS, SIGMAS * 1.4826 * Smoothing.usual(jump));
        int quiet = rate.samplesIn(QUIET_MILLIS);
        int last = -1;
        for (int i = quiet + 1; i < n - 1; i++) {
            if (jump[i] >= least
                    && Smoothing.swing(x, i - quiet, i) <= QUIET_SHARE * jump[i]
                    && atBaseline(x, i - 1, rate.samplesIn(BASELINE_MILLIS), BASELINE_SHARE * jump[i])) {
                for (int k = Math.max(last + 1, i - 1); k <= i + 1; k++) {
                    votes[k]++;
                    last = k;
                }
            }
        }
    }

    /** A clipped R also ends in an edge, but far from the baseline. */
    private static boolean atBaseline(double[] x, int at, int around, double most) {
        double usual = Smoothing.median(x, Math.max(0, at - around), Math.min(x.length, at + around));
        return Math.abs(x[at] - usual) <= most;
    }
}
