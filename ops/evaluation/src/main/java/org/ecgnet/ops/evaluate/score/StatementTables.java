package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgnet.ops.evaluate.label.StatementLabels;

/** Diagnostic statements: claimed at 0.5; the area under the curve from the scores. */
public final class StatementTables {

    private static final double CLAIMED = 0.5;
    private static final int LEAST_POSITIVES = 5;
    private static final String POOLED = "all sets";

    /** Scores of one statement where it is there and where it is not. */
    public static final class Tally {
        private final List<Double> present = new ArrayList<>();
        private final List<Double> absent = new ArrayList<>();

        public Share sensitivity() {
            return new Share(claimed(present), present.size());
        }

        Share specificity() {
            return new Share(absent.size() - claimed(absent), absent.size());
        }

        public Share predictivity() {
            return new Share(claimed(present), claimed(present) + claimed(absent));
        }

        /** 0 to 1; not a number without a positive. */
        public double f1() {
            int hits = claimed(present);
            return present.isEmpty() ? Double.NaN : 2.0 * hits / (present.size() + hits + claimed(absent));
        }

        private static int claimed(List<Double> scores) {
            return (int) scores.stream().filter(score -> score >= CLAIMED).count();
        }

        /** Chance that a record with it scores above one without (Mann-Whitney; ties count half). */
        double area() {
            double[] without =
                    absent.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double sum = 0;
            for (double score : present) {
                sum += (from(without, score, false) + from(without, score, true)) / 2.0;
            }
            return present.isEmpty() || without.length == 0
                    ? Double.NaN
                    : sum / ((double) present.size() * without.length);
        }

        /** How many are below the score, or below or at it. */
        private static int from(double[] sorted, double score, boolean orAt) {
            return (int) Arrays.stream(sorted)
                    .filter(other -> orAt ? other <= score : other < score)
                    .count();
        }
    }

    private StatementTables() {}

    /** The tallies by set, then by code; {@code all sets} first. */
    public static Map<String, Map<String, Tally>> tallies(List<Scored> all, List<String> codes) {
        Map<String, Map<String, Tally>> sets = new LinkedHashMap<>();
        sets.put(POOLED, new TreeMap<>());
        all.stream().map(Scored::set).distinct().sorted().forEach(set -> sets.put(set, new TreeMap<>()));
        for (Scored one : all) {
            one.labels().statements().ifPresent(labels -> {
                for (String code : codes) {
                    if (labels.counts(code)) {
                        add(sets, POOLED, code, labels, one);
                        add(sets, one.set(), code, labels, one);
                    }
                }
            });
        }
        sets.values().removeIf(Map::isEmpty);
        return sets;
    }

    private static void add(
            Map<String, Map<String, Tally>> sets, String set, String code, StatementLabels labels, Scored one) {
        Tally tally = sets.computeIfAbsent(set, any -> new TreeMap<>()).computeIfAbsent(code, any -> new Tally());
        (labels.present().contains(code) ? tally.present : tally.absent).add(score(one, code));
    }

    private static double score(Scored one, String code) {
        return code.equals("MI_ANY")
                ? Math.max(one.result().score("MI_OLD"), one.result().score("MI_ACUTE"))
                : one.result().score(code);
    }

    static List<String> of(List<Scored> all, List<String> codes) {
        List<String> lines = new ArrayList<>();
        tallies(all, codes).forEach((set, tallies) -> {
            Spread f1 = new Spread();
            List<List<String>> rows = new ArrayList<>();
            tallies.forEach((code, tally) -> {
                if (tally.present.size() >= LEAST_POSITIVES) {
                    f1.add(tally.f1());
                }
                rows.add(row(code, tally));
            });
            lines.add("**" + set + "** (mean F1 of the " + f1.count() + " codes with 5 or more positives: "
                    + Markdown.number(f1.mean(), 3) + ")");
            lines.add("");
            lines.addAll(Markdown.table(
                    List.of("code", "positives", "sensitivity", "specificity", "PPV", "F1", "AUC"), rows));
        });
        return lines.isEmpty() ? List.of("No labelled diagnoses.", "") : lines;
    }

    private static List<String> row(String code, Tally tally) {
        return List.of(
                code,
                "" + tally.present.size(),
                tally.sensitivity().percent(),
                tally.specificity().percent(),
                tally.predictivity().percent(),
                Markdown.number(tally.f1(), 3),
                Markdown.number(tally.area(), 3));
    }
}
