package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ecgnet.ops.evaluate.label.BeatLabels;
import org.ecgnet.ops.evaluate.label.WaveLabels;
import org.ecgnet.ops.evaluate.result.Mark;
import org.ecgnet.triage.Measurements;

/**
 * Global measurements against those that follow from the labels: rate from the annotated beats; QRS, QT and PR from the second
 * earliest onset to the second latest offset over the annotated leads, the median of the beats.
 */
final class MeasurementTable {

    private static final int LEAST_LEADS = 6;
    private static final double LONG_SECONDS = 60;

    private static final class Tally {
        private final Spread errors = new Spread();
        private int expected;
    }

    private final Map<String, Tally> tallies = new TreeMap<>();

    private MeasurementTable() {}

    static List<String> of(List<Scored> all) {
        MeasurementTable table = new MeasurementTable();
        for (Scored one : all) {
            one.labels().beats().ifPresent(beats -> table.add(one, beats));
        }
        return table.tallies.isEmpty() ? List.of("Nothing to compare with.", "") : table.lines();
    }

    private void add(Scored one, BeatLabels beats) {
        Measurements said = one.result().reading().measurements();
        if (beats.beats().size() > 2) {
            Spread rr = new Spread();
            for (int k = 1; k < beats.beats().size(); k++) {
                rr.add(beats.beats().get(k).sample() - beats.beats().get(k - 1).sample());
            }
            double usual = one.result().seconds() < LONG_SECONDS ? rr.quantile(0.5) : rr.mean();
            compare(one, "heart rate, /min", 60.0 * one.result().sampleRateHz() / usual, said.heartRateBpm());
        }
        if (one.labels().waves().isEmpty()) {
            return;
        }
        Spread qrs = new Spread();
        Spread qt = new Spread();
        Spread pr = new Spread();
        for (BeatLabels.Beat beat : beats.beats()) {
            List<Integer> on = near(one, Mark.QRS_ON, beat, -0.15, 0.05);
            List<Integer> off = near(one, Mark.QRS_OFF, beat, -0.05, 0.2);
            List<Integer> end = near(one, Mark.T_OFF, beat, 0.1, 0.6);
            List<Integer> p = near(one, Mark.P_ON, beat, -0.35, -0.06);
            if (enough(on, off)) {
                qrs.add(one.millis(off.get(off.size() - 2) - on.get(1)));
            }
            if (enough(on, end)) {
                qt.add(one.millis(end.get(end.size() - 2) - on.get(1)));
            }
            if (enough(on, p)) {
                pr.add(one.millis(on.get(1) - p.get(1)));
            }
        }
        compare(one, "QRS, ms", qrs.quantile(0.5), said.qrsMillis());
        compare(one, "QT, ms", qt.quantile(0.5), said.qtMillis());
        compare(one, "PR, ms", pr.quantile(0.5), said.prMillis());
    }

    private static boolean enough(List<Integer> one, List<Integer> other) {
        return one.size() >= LEAST_LEADS && other.size() >= LEAST_LEADS;
    }

    private static List<Integer> near(Scored one, Mark mark, BeatLabels.Beat beat, double from, double to) {
        double hertz = one.result().sampleRateHz();
        List<Integer> near = new ArrayList<>();
        for (WaveLabels lead : one.labels().waves().values()) {
            for (int sample : lead.of(mark)) {
                double seconds = (sample - beat.sample()) / hertz;
                if (seconds >= from && seconds <= to) {
                    near.add(sample);
                }
            }
        }
        near.sort(null);
        return near;
    }

    private void compare(Scored one, String what, double expected, OptionalDouble said) {
        if (Double.isFinite(expected)) {
            Tally tally = tallies.computeIfAbsent(one.set() + ":" + what, any -> new Tally());
            tally.expected++;
            said.ifPresent(value -> tally.errors.add(value - expected));
        }
    }

    private List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        tallies.forEach((what, tally) -> {
            int limit = what.endsWith("QT, ms") ? 20 : what.endsWith("/min") ? 5 : 10;
            rows.add(List.of(
                    what.substring(0, what.indexOf(':')),
                    what.substring(what.indexOf(':') + 1),
                    "" + tally.expected,
                    "" + tally.errors.count(),
                    Markdown.number(tally.errors.mean()),
                    Markdown.number(tally.errors.deviation()),
                    Markdown.number(tally.errors.medianOfSizes()),
                    "±" + limit + ": " + new Share(tally.errors.within(limit), tally.expected).percent()));
        });
        return Markdown.table(
                List.of(
                        "set",
                        "measurement",
                        "records",
                        "given",
                        "mean difference",
                        "SD",
                        "median size",
                        "within (not given = outside)"),
                rows);
    }
}
