package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Finds the onsets and ends of P, QRS and T on a beat.
 *
 * <p>Slopes at two scales after Martinez 2004 (IEEE Trans Biomed Eng 51:570): a fine one for QRS, a coarse one for P and
 * T. A boundary is where the slope outside the outermost significant slope falls below a share of it. The end of T is
 * the median of that, of the tangent's foot and of the trapezium method (Vazquez-Seisdedos 2011).
 */
public final class Delineator {

    private static final double LEAST_QRS_MICROVOLTS = 60;
    private static final double QRS_SIGNIFICANT = 0.05;
    private static final double ABOVE_REST = 1.35;
    private static final double QRS_ON_SHARE = 0.2;
    private static final int J_FOOT_MILLIS = 60;
    private static final int J_CROWDED_FOOT_MILLIS = 30;
    private static final int QRS_FOOT_MILLIS = 28;
    private static final int T_SPREAD_MILLIS = 45;
    private static final int QRS_CROWDED_FOOT_MILLIS = 10;
    private static final int QRS_GAP_MILLIS = 26;
    private static final double LEAST_P_MICROVOLTS = 22;
    private static final double LEAST_T_MICROVOLTS = 25;

    private final SampleRate rate;
    private final int r;
    private final double[] x;
    private final double[] fine;
    private final double[] coarse;

    private Delineator(SampleRate rate, double[] x, int r) {
        this(rate, x, r, Smoothing.slope(x, rate.samplesIn(8) | 1, rate.hertz()));
    }

    private Delineator(SampleRate rate, double[] x, int r, double[] fine) {
        this.rate = rate;
        this.r = r;
        this.x = x;
        this.fine = fine;
        this.coarse = Smoothing.slope(x, rate.samplesIn(24) | 1, rate.hertz());
    }

    /** The waves of one lead, T sought before sample {@code last}. Empty when no QRS stands out in it. */
    public static Optional<LeadWaves> lead(SampleRate rate, double[] microvolts, int r, int last) {
        Delineator lead = new Delineator(rate, microvolts, r);
        return lead.complex(rate.hertz()).map(qrs -> lead.around(qrs, lead.pWave(qrs[0]), qrs[1], last));
    }

    /**
     * Boundaries over all leads of a median beat; empty when no lead shows a QRS.
     *
     * @param rrSamples usual distance of beats: where the next P begins, T has ended
     */
    public static Optional<Delineation> global(MedianBeat beat, double rrSamples) {
        Delineator[] leads = Arrays.stream(beat.microvolts())
                .map(x -> new Delineator(beat.rate(), x, beat.r()))
                .toArray(Delineator[]::new);
        int[] qrs = together(leads, rrSamples);
        if (qrs.length == 0) {
            return Optional.empty();
        }
        int[][] p = Arrays.stream(leads).map(lead -> lead.pWave(qrs[0])).toArray(int[][]::new);
        int[] pOn = boundaries(p, 0);
        boolean withP = pOn.length >= Math.max(1, (leads.length + 2) / 4);
        int first = withP ? place(pOn, 1) : qrs[0] - beat.rate().samplesIn(60);
        int last = (int)
                Math.min(beat.length() - 2, rrSamples + first - beat.rate().samplesIn(16));
        int[][] t = Arrays.stream(leads)
                .map(lead -> lead.tWave(qrs[0], qrs[1], last))
                .toArray(int[][]::new);
        int[] tPeak = boundaries(t, 0);
        int[] tOff = boundaries(t, 1);
        int[] pPeak = boundaries(p, 1);
        int[] pOff = boundaries(p, 2);
        return Optional.of(new Delineation(
                withP ? OptionalInt.of(place(pOn, 1)) : OptionalInt.empty(),
                withP ? OptionalInt.of(pPeak[pPeak.length / 2]) : OptionalInt.empty(),
                withP ? OptionalInt.of(place(pOff, -2)) : OptionalInt.empty(),
                qrs[0],
                qrs[1],
                tPeak.length == 0 ? OptionalInt.empty() : OptionalInt.of(tPeak[tPeak.length / 2]),
                tOff.length == 0 ? OptionalInt.empty() : OptionalInt.of(endOfT(tOff, beat.rate()))));
    }

    /** The second latest end of the leads, unless it lies so far behind their middle that it is a U wave's. */
    private static int endOfT(int[] sorted, SampleRate rate) {
        return Math.min(place(sorted, -2), sorted[sorted.length / 2] + rate.samplesIn(T_SPREAD_MILLIS));
    }

    /** One boundary of the leads that have it, ascending. */
    private static int[] boundaries(int[][] waves, int which) {
        return Arrays.stream(waves)
                .mapToInt(w -> w[which])
                .filter(b -> b >= 0)
                .sorted()
                .toArray();
    }

    /** The boundary at a place in the order of the leads, negative from the end; the outermost of three or fewer. */
    private static int place(int[] sorted, int place) {
        if (sorted.length < 4) {
            return place >= 0 ? sorted[0] : sorted[sorted.length - 1];
        }
        return place >= 0 ? sorted[place] : sorted[sorted.length + place];
    }

    /**
     * Onset and end of the QRS from the slopes of all leads together, empty when nothing stands out: a slope that one lead
     * alone would take for QRS is small beside the complex of all.
     */
    private static int[] together(Delineator[] leads, double rrSamples) {
        if (leads.length == 0) {
            return new int[0];
        }
        int n = leads[0].fine.length;
        double[] sum = new double[n];
        double swing = 0;
        for (Delineator lead : leads) {
            for (int i = 0; i < n; i++) {
                sum[i] += lead.fine[i] * lead.fine[i];
            }
            swing = Math.max(
                    swing,
                    lead.swing(
                            Math.max(1, lead.r - lead.rate.samplesIn(120)),
                            Math.min(n, lead.r + lead.rate.samplesIn(120))));
        }
        for (int i = 0; i < n; i++) {
            sum[i] = Math.sqrt(sum[i]);
        }
        Delineator all = new Delineator(leads[0].rate, leads[0].x, leads[0].r, sum);
        return swing < LEAST_QRS_MICROVOLTS
                ? new int[0]
                : all.complex(rrSamples).orElse(new int[0]);
    }

    /** Onset and end of the QRS. */
    private Optional<int[]> complex(double rrSamples) {
        int from = Math.max(1, r - rate.samplesIn(180));
        int to = Math.min(x.length - 2, r + rate.samplesIn(240));
        int top = steepest(fine, Math.max(from, r - rate.samplesIn(80)), Math.min(to, r + rate.samplesIn(80)));
        double noise = noise();
        if (top < 0 || Math.abs(fine[top]) < 2 * noise || fine[top] == 0) {
            return Optional.empty();
        }
        double most = Math.abs(fine[top]);
        double restBefore = usual(r - (int) Math.min(rate.samplesIn(260), 0.5 * rrSamples), r - rate.samplesIn(100));
        double restAfter = usual(
                r + (int) Math.min(rate.samplesIn(200), 0.45 * rrSamples),
                r + (int) Math.min(rate.samplesIn(400), 0.75 * rrSamples));
        double before = Math.max(QRS_SIGNIFICANT * most, Math.max(ABOVE_REST * restBefore, 1.5 * noise));
        double after = Math.max(QRS_SIGNIFICANT * most, Math.max(ABOVE_REST * restAfter, 1.5 * noise));
        int on = descend(outermost(top, -1, from, to, before), -1, QRS_ON_SHARE * before, foot(before, most));
        boolean crowded = after > 1.01 * QRS_SIGNIFICANT * most;
        int off = knee(
                outermost(top, 1, from, to, after), rate.samplesIn(crowded ? J_CROWDED_FOOT_MILLIS : J_FOOT_MILLIS));
        return Optional.of(new int[] {on, off});
    }

    /** How far the foot of the QRS can reach: not far where T, P or flutter waves lie against it. */
    private int foot(double significant, double most) {
        return rate.samplesIn(significant > 1.01 * QRS_SIGNIFICANT * most ? QRS_CROWDED_FOOT_MILLIS : QRS_FOOT_MILLIS);
    }

    /** Median steepness of a stretch. */
    private double usual(int from, int to) {
        int start = Math.max(1, from);
        int end = Math.min(x.length - 1, to);
        if (end <= start) {
            return 0;
        }
        double[] size = new double[end - start];
        for (int i = start; i < end; i++) {
            size[i - start] = Math.abs(fine[i]);
        }
        return Smoothing.median(size, 0, size.length);
    }

    /** Outwards while the slope falls, until it has fallen to a limit. */
    private int descend(int outermost, int step, double limit, int most) {
        int ahead = Math.max(1, rate.samplesIn(4));
        int i = outermost;
        while (i > ahead && i < fine.length - 1 - ahead && Math.abs(i - outermost) < most) {
            double here = Math.abs(fine[i]);
            if (here <= limit || Math.abs(fine[i + step * ahead]) >= here) {
                break;
            }
            i += step;
        }
        return i;
    }

    /**
     * Where a falling slope turns into the steady one of what follows: the sample furthest below the chord from the last
     * steep slope to the least one ahead. An ST segment that rises or falls has a slope of its own, so that no share of
     * the QRS slope tells where it begins; the bend does.
     */
    private int knee(int steep, int most) {
        int least = steep;
        for (int i = steep; i < Math.min(fine.length - 1, steep + most); i++) {
            least = Math.abs(fine[i]) < Math.abs(fine[least]) ? i : least;
        }
        int bend = steep;
        double furthest = 0;
        double fall = Math.abs(fine[steep]) - Math.abs(fine[least]);
        for (int i = steep + 1; i < least; i++) {
            double below = Math.abs(fine[steep]) - fall * (i - steep) / (least - steep) - Math.abs(fine[i]);
            if (below > furthest) {
                furthest = below;
                bend = i;
            }
        }
        return bend;
    }

    /** Median steepness of the quietest stretch before the QRS: what slopes noise alone makes. */
    private double noise() {
        int span = rate.samplesIn(40);
        double least = Double.MAX_VALUE;
        for (int from = 1; from + span < r - rate.samplesIn(50); from += Math.max(1, span / 4)) {
            double sum = 0;
            for (int i = from; i < from + span; i++) {
                sum += Math.abs(fine[i]);
            }
            least = Math.min(least, sum / span);
        }
        return least == Double.MAX_VALUE ? 0 : least;
    }

    private double swing(int from, int to) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = from; i < to; i++) {
            low = Math.min(low, x[i]);
            high = Math.max(high, x[i]);
        }
        return high - low;
    }

    private static int steepest(double[] slope, int from, int to) {
        int best = -1;
        for (int i = from; i < to; i++) {
            best = best < 0 || Math.abs(slope[i]) > Math.abs(slope[best]) ? i : best;
        }
        return best;
    }

    /** From the steepest slope outwards while the next significant one is near. */
    private int outermost(int top, int step, int from, int to, double significant) {
        int gap = rate.samplesIn(QRS_GAP_MILLIS);
        int outer = top;
        for (int i = top; i > from && i < to && Math.abs(i - outer) <= gap; i += step) {
            if (Math.abs(fine[i]) >= significant) {
                outer = i;
            }
        }
        return outer;
    }

    private LeadWaves around(int[] qrs, int[] p, int qrsEnd, int last) {
        int on = qrs[0];
        int off = qrs[1];
        int[] t = tWave(on, qrsEnd, last);
        double level = Smoothing.meanOf(x, Math.max(0, on - rate.samplesIn(12)), on);
        double pSize = p[1] < 0 ? 0 : x[p[1]] - (x[p[0]] + x[p[2]]) / 2;
        double tSize = t[0] < 0 ? 0 : x[t[0]] - level;
        return new LeadWaves(p[0], p[1], p[2], on, off, t[0], t[1], pSize, tSize);
    }

    private int[] pWave(int qrsOn) {
        int[] none = {-1, -1, -1};
        int from = Math.max(2, qrsOn - rate.samplesIn(300));
        int to = qrsOn - rate.samplesIn(8);
        if (to - from < rate.samplesIn(60)) {
            return none;
        }
        double[] smooth = Smoothing.mean(x, rate.samplesIn(20) | 1);
        int peak = -1;
        double best = 0;
        int half = rate.samplesIn(60);
        for (int i = from + half / 2; i < to - half / 4; i++) {
            int a = Math.max(from, i - half);
            int b = Math.min(to, i + half);
            double left = smooth[i] - smooth[a];
            double right = smooth[i] - smooth[b];
            double size = left * right > 0 ? Math.min(Math.abs(left), Math.abs(right)) : 0;
            if (size > best) {
                best = size;
                peak = i;
            }
        }
        if (peak < 0 || best < LEAST_P_MICROVOLTS) {
            return none;
        }
        int up = steepest(coarse, Math.max(1, peak - half), peak);
        int down = steepest(coarse, peak + 1, Math.min(to, peak + half));
        if (up < 0 || down < 0) {
            return none;
        }
        int on = walk(up, -1, 0.4 * Math.abs(coarse[up]), Math.max(1, peak - rate.samplesIn(110)), to);
        int off = walk(down, 1, 0.5 * Math.abs(coarse[down]), from, to);
        return new int[] {on, peak, off};
    }

    private int walk(int at, int step, double limit, int from, int to) {
        int i = at;
        while (i > from && i < to && Math.abs(coarse[i]) > limit) {
            i += step;
        }
        return i;
    }

    /** Peak and end of T, or -1 and -1. */
    private int[] tWave(int qrsOn, int qrsOff, int last) {
        int[] none = {-1, -1};
        double level = Smoothing.meanOf(x, Math.max(0, qrsOn - rate.samplesIn(12)), qrsOn);
        int from = qrsOff + rate.samplesIn(50);
        int to = Math.min(Math.min(x.length - 2, last), qrsOff + rate.samplesIn(480));
        if (to - from < rate.samplesIn(80)) {
            return none;
        }
        double[] smooth = Smoothing.mean(x, rate.samplesIn(30) | 1);
        int peak = tPeak(smooth, from, to, level);
        if (peak < 0) {
            return none;
        }
        int down = steepest(coarse, peak + 1, Math.min(to, peak + rate.samplesIn(160)));
        if (down < 0) {
            return none;
        }
        int byShare = walk(down, 1, 0.25 * Math.abs(coarse[down]), from, to);
        double rest = Smoothing.median(smooth, Math.min(byShare, to - 1), Math.min(to, byShare + rate.samplesIn(40)));
        int byTangent = coarse[down] == 0
                ? byShare
                : (int) Math.round(down + (rest - smooth[down]) / coarse[down] * rate.hertz());
        int byArea = trapezium(smooth, down, Math.min(to, down + rate.samplesIn(160)));
        int[] ends = {byShare, Math.max(peak, Math.min(to, byTangent)), byArea};
        Arrays.sort(ends);
        return new int[] {peak, ends[1]};
    }

    private int tPeak(double[] smooth, int from, int to, double level) {
        int peak = -1;
        double best = LEAST_T_MICROVOLTS;
        int half = rate.samplesIn(90);
        for (int i = from + half / 3; i < to - half / 3; i++) {
            int a = Math.max(from, i - half);
            int b = Math.min(to, i + half);
            double left = smooth[i] - smooth[a];
            double right = smooth[i] - smooth[b];
            double size = left * right > 0 ? Math.min(Math.abs(left), Math.abs(right)) : 0;
            // a T on a raised or sunken ST has one slope only; then its height against the QRS onset counts
            size = Math.max(size, left * right > 0 ? 0.25 * Math.abs(smooth[i] - level) : 0);
            if (size > best) {
                best = size;
                peak = i;
            }
        }
        return peak;
    }

    /** The sample at which the area between a falling flank and its far end is largest. */
    private static int trapezium(double[] y, int flank, int far) {
        int best = flank;
        double most = 0;
        for (int i = flank + 1; i < far; i++) {
            double a = Math.abs(0.5 * (y[flank] - y[i]) * (2.0 * far - i - flank));
            if (a > most) {
                most = a;
                best = i;
            }
        }
        return best;
    }
}
