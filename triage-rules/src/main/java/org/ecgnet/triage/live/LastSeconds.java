package org.ecgnet.triage.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.measure.LeadSignals;

/**
 * The last seconds of the independent leads in microvolts, at a rate of about 125 Hz: rhythm needs no more, and a hub watches
 * hundreds of exams at once.
 *
 * <p>Reduced by whole numbers with the mean of the samples in between. Made for one thread.
 */
final class LastSeconds {

    private static final int LEAST_HERTZ = 120;

    /** The independent leads of a standard recording; posterior and right ones add nothing to rhythm. */
    private static final int MOST_LEADS = 8;

    private static final List<Lead> FIRST = List.of(Lead.II, Lead.V1, Lead.V5, Lead.I);

    private final SampleRate reduced;
    private final int factor;
    private final List<Lead> leads;
    private final int[] positions;
    private final List<LeadScale> scales;
    private final double[][] microvolts;
    private final double[] sum;
    private final long[] lastOff;
    private int pending;
    private int filled;
    private long taken;

    LastSeconds(SampleRate rate, List<Lead> leads, List<LeadScale> scales, int seconds) {
        this.factor = factor(rate.hertz());
        this.reduced = new SampleRate(rate.hertz() / factor);
        boolean derivable = leads.contains(Lead.I) && leads.contains(Lead.II);
        this.leads =
                leads.stream().filter(lead -> !derivable || !lead.derived()).toList();
        this.positions = this.leads.stream().mapToInt(leads::indexOf).toArray();
        this.scales = Arrays.stream(positions).mapToObj(scales::get).toList();
        this.microvolts = new double[positions.length][seconds * reduced.hertz()];
        this.sum = new double[positions.length];
        this.lastOff = new long[positions.length];
        Arrays.fill(lastOff, Long.MIN_VALUE / 2);
    }

    /** The largest whole number that divides the rate and leaves enough of it. */
    private static int factor(int hertz) {
        for (int factor = Math.max(1, hertz / LEAST_HERTZ); factor > 1; factor--) {
            if (hertz % factor == 0) {
                return factor;
            }
        }
        return 1;
    }

    void add(int[][] counts, Set<Lead> leadsOff) {
        int samples = counts.length == 0 ? 0 : counts[0].length;
        for (int n = 0; n < samples; n++) {
            for (int k = 0; k < positions.length; k++) {
                sum[k] += scales.get(k).microvolts(counts[positions[k]][n]);
            }
            if (++pending == factor) {
                push();
            }
        }
        for (int k = 0; k < lastOff.length; k++) {
            if (leadsOff.contains(leads.get(k))) {
                lastOff[k] = taken;
            }
        }
    }

    private void push() {
        int size = microvolts.length == 0 ? 0 : microvolts[0].length;
        for (int k = 0; k < microvolts.length; k++) {
            if (filled == size) {
                System.arraycopy(microvolts[k], 1, microvolts[k], 0, size - 1);
            }
            microvolts[k][Math.min(filled, size - 1)] = sum[k] / factor;
            sum[k] = 0;
        }
        filled = Math.min(size, filled + 1);
        taken++;
        pending = 0;
    }

    /** What is held of the leads whose electrodes were on all the time; none while an electrode of all is off. */
    LeadSignals connected() {
        List<Lead> on = new ArrayList<>();
        List<double[]> signals = new ArrayList<>();
        for (int k : inOrderOfUse()) {
            if (on.size() < MOST_LEADS && (taken - lastOff[k] >= filled || lastOff[k] < 0)) {
                on.add(leads.get(k));
                signals.add(Arrays.copyOf(microvolts[k], filled));
            }
        }
        return LeadSignals.of(reduced, on, signals.toArray(double[][]::new));
    }

    /** Leads that see the heart from far apart first. */
    private List<Integer> inOrderOfUse() {
        List<Integer> order = new ArrayList<>();
        FIRST.stream().map(leads::indexOf).filter(k -> k >= 0).forEach(order::add);
        for (int k = 0; k < leads.size(); k++) {
            if (!order.contains(k)) {
                order.add(k);
            }
        }
        return order;
    }

    /** The sample of the exam, at the unit's rate, that a sample held here stands for. */
    int sampleOfExam(int held) {
        return (int) ((taken - filled + held) * factor);
    }

    double secondsHeld() {
        return (double) filled / reduced.hertz();
    }
}
