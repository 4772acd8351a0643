package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/** Takes the times between beats. */
final class RhythmMeasuring {

    private RhythmMeasuring() {}

    /** @param ectopic by beat; intervals to and from such a beat are no measure of irregularity */
    static Rhythm of(int[] r, boolean[] ectopic, LeadSignals signals, List<Integer> gaps) {
        SampleRate rate = signals.rate();
        List<Rhythm.Interval> rr = new ArrayList<>();
        List<Double> regular = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        Rhythm.Interval longest = Rhythm.Interval.NONE;
        double sum = 0;
        double before = Double.NaN;
        for (int k = 0; k + 1 < r.length; k++) {
            Rhythm.Interval interval = new Rhythm.Interval(r[k], r[k + 1], rate.millisAt(r[k + 1] - r[k]));
            if (acrossGap(interval, gaps)) {
                before = Double.NaN;
                continue;
            }
            rr.add(interval);
            sum += interval.millis();
            longest = interval.millis() > longest.millis() ? interval : longest;
            boolean clean = !ectopic[k] && !ectopic[k + 1];
            if (clean) {
                regular.add(interval.millis());
                if (!Double.isNaN(before)) {
                    changes.add(Math.abs(interval.millis() - before));
                }
            }
            before = clean ? interval.millis() : Double.NaN;
        }
        return new Rhythm(
                rr,
                rr.isEmpty() ? 0 : 60_000 / (sum / rr.size()),
                regular.isEmpty() || changes.isEmpty() ? 0 : median(changes) / median(regular),
                longest,
                r.length == 0 ? rate.millisAt(signals.length()) : rate.millisAt(r[0]),
                r.length == 0 ? rate.millisAt(signals.length()) : rate.millisAt(signals.length() - r[r.length - 1]));
    }

    private static boolean acrossGap(Rhythm.Interval interval, List<Integer> gaps) {
        return gaps.stream().anyMatch(gap -> gap > interval.fromSample() && gap <= interval.toSample());
    }

    private static double median(List<Double> values) {
        double[] plain = values.stream().mapToDouble(Double::doubleValue).toArray();
        return Smoothing.median(plain, 0, plain.length);
    }
}
