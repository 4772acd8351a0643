package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.ZeroPhase;

/**
 * Groups beats by the shape of their QRS in all leads together, and aligns them within their group.
 *
 * <p>Shapes are compared by their correlation over 100 ms either side of the R sample, at the best shift within 24 ms; a
 * beat joins the group it fits best at {@value #ALIKE} or better, else it founds one, or joins the nearest when there are many.
 */
public final class BeatClasses {

    /** Least correlation of one shape; LUDB and MIT-BIH beats of one focus lie above it. */
    public static final double ALIKE = 0.9;

    private static final int REACH_MILLIS = 100;
    private static final int SHIFT_MILLIS = 24;
    private static final int MOST_GROUPS = 24;

    /** Two shapes are compared shifted by up to 32 ms: each stands where its own leads are steepest. */
    private static final int MOST_POINTS = 8;

    private final List<Group> groups = new ArrayList<>();
    private final int[] groupOf;
    private final int[] aligned;
    private final int points;

    private BeatClasses(int beats, int points) {
        this.points = points;
        this.groupOf = new int[beats];
        this.aligned = new int[beats];
    }

    /** A shape under way: the running mean of its beats. */
    private static final class Group {
        private final double[] mean;
        private int size;

        Group(double[] first) {
            this.mean = first.clone();
            this.size = 1;
        }

        void add(double[] shape) {
            size++;
            double share = 1.0 / Math.min(size, 16);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += share * (shape[i] - mean[i]);
            }
        }
    }

    /** Groups the beats at these R samples. */
    public static BeatClasses of(LeadSignals independentLeads, int[] rSamples) {
        return of(ThinnedLeads.of(independentLeads), rSamples);
    }

    /** The same, at R samples of the whole recording, where the leads have been thinned already. */
    static BeatClasses of(ThinnedLeads thin, int[] rSamples) {
        SampleRate rate = thin.signals().rate();
        double[][] raw = thin.signals().microvolts();
        double[][] shape = ZeroPhase.filter(raw, rate.hertz(), Biquad.highPass(rate, 1.5), Biquad.lowPass(rate, 35));
        BeatClasses classes = new BeatClasses(rSamples.length, 2 * rate.samplesIn(REACH_MILLIS) + 1);
        double[] here = new double[shape.length * classes.points];
        for (int beat = 0; beat < rSamples.length; beat++) {
            int shift = classes.place(shape, beat, rSamples[beat] / thin.step(), rate.samplesIn(SHIFT_MILLIS), here);
            classes.aligned[beat] = rSamples[beat] + shift * thin.step();
        }
        return classes;
    }

    /**
     * Puts a beat into its group.
     *
     * @param here room for a shape
     * @return the shift that lays it on its group
     */
    private int place(double[][] shape, int beat, int r, int mostShift, double[] here) {
        int best = 0;
        double most = -1;
        int bestShift = 0;
        for (int s = -mostShift; s <= mostShift; s++) {
            cut(shape, r + s, here);
            for (int g = 0; g < groups.size(); g++) {
                double alike = correlation(groups.get(g).mean, here);
                if (alike > most) {
                    most = alike;
                    best = g;
                    bestShift = s;
                }
            }
        }
        if (most <= ALIKE && groups.size() < MOST_GROUPS) {
            best = groups.size();
            bestShift = 0;
            cut(shape, r, here);
            groups.add(new Group(here));
        } else if (most > ALIKE) {
            cut(shape, r + bestShift, here);
            groups.get(best).add(here);
        }
        groupOf[beat] = best;
        return bestShift;
    }

    /** The leads around a sample one after the other; 0 beyond their ends. */
    private void cut(double[][] shape, int r, double[] out) {
        int from = r - points / 2;
        for (int k = 0; k < shape.length; k++) {
            double[] lead = shape[k];
            if (from >= 0 && from + points <= lead.length) {
                System.arraycopy(lead, from, out, k * points, points);
                continue;
            }
            for (int p = 0; p < points; p++) {
                int i = from + p;
                out[k * points + p] = i >= 0 && i < lead.length ? lead[i] : 0;
            }
        }
    }

    static double correlation(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        double ab1 = 0;
        double aa1 = 0;
        double bb1 = 0;
        int n = a.length;
        // two sums of each kind side by side: a single one waits for itself
        for (int i = 1; i < n; i += 2) {
            double p = a[i - 1];
            double q = b[i - 1];
            double p1 = a[i];
            double q1 = b[i];
            ab += p * q;
            aa += p * p;
            bb += q * q;
            ab1 += p1 * q1;
            aa1 += p1 * p1;
            bb1 += q1 * q1;
        }
        if (n % 2 == 1) {
            ab += a[n - 1] * b[n - 1];
            aa += a[n - 1] * a[n - 1];
            bb += b[n - 1] * b[n - 1];
        }
        aa += aa1;
        bb += bb1;
        return aa > 0 && bb > 0 ? (ab + ab1) / Math.sqrt(aa * bb) : 0;
    }

    /** Number of groups. */
    public int count() {
        return groups.size();
    }

    /** The group of a beat. */
    public int of(int beat) {
        return groupOf[beat];
    }

    /** Beats that have a group. */
    public int beats() {
        return groupOf.length;
    }

    /** Beats in a group. */
    public int size(int group) {
        int size = 0;
        for (int g : groupOf) {
            size += g == group ? 1 : 0;
        }
        return size;
    }

    /** The largest group; of equal ones the first seen; -1 without beats. */
    public int dominant() {
        int best = -1;
        for (int g = 0; g < groups.size(); g++) {
            best = best < 0 || size(g) > size(best) ? g : best;
        }
        return best;
    }

    /** Correlation of a group's QRS with that of the dominant one, all leads together, at the best shift. */
    public double likeDominant(int group) {
        double[] usual = groups.get(dominant()).mean;
        double[] other = groups.get(group).mean;
        double best = -1;
        for (int shift = -MOST_POINTS; shift <= MOST_POINTS; shift++) {
            best = Math.max(best, correlation(usual, other, points, shift));
        }
        return best;
    }

    /** Leads of so many points one after the other, the second shifted within each. */
    private static double correlation(double[] a, double[] b, int points, int shift) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int lead = 0; lead < a.length; lead += points) {
            for (int i = Math.max(0, -shift); i < points - Math.max(0, shift); i++) {
                double x = a[lead + i];
                double y = b[lead + i + shift];
                ab += x * y;
                aa += x * x;
                bb += y * y;
            }
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    /** The R sample of a beat, shifted so that the beats of its group lie on one another. */
    public int aligned(int beat) {
        return aligned[beat];
    }
}
