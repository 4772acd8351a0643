package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecgnet.ops.evaluate.label.BeatLabels;

/** QRS detection and beat classes after ANSI/AAMI EC57: gross, average of records, and record by record. */
final class BeatTables {

    /** A recording from this length on is scored from minute 5, as EC57 asks, and as a whole. */
    private static final double LONG_SECONDS = 600;

    private static final double LEARNING_SECONDS = 300;
    private static final List<Double> TOLERANCES = List.of(150.0, 50.0, 10.0);

    private BeatTables() {}

    static List<String> of(List<Scored> all) {
        Map<String, List<Scored>> sets = new TreeMap<>();
        all.stream().filter(one -> one.labels().beats().isPresent()).forEach(one -> sets.computeIfAbsent(
                        one.set(), set -> new ArrayList<>())
                .add(one));
        if (sets.isEmpty()) {
            return List.of("No annotated beats.", "");
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> details = new ArrayList<>();
        sets.forEach((set, records) -> {
            boolean lengthy = records.stream().anyMatch(one -> one.result().seconds() >= LONG_SECONDS);
            if (lengthy) {
                rows.add(row(set, "EC57: 150 ms, from minute 5", records, 150, LEARNING_SECONDS));
            }
            for (double tolerance : TOLERANCES) {
                rows.add(row(set, "whole, %.0f ms".formatted(tolerance), records, tolerance, 0));
            }
            if (lengthy) {
                details.addAll(classes(set, records));
                details.addAll(byRecord(set, records));
            }
        });
        List<String> lines = new ArrayList<>(Markdown.table(
                List.of(
                        "set",
                        "rule",
                        "records",
                        "sensitivity, gross",
                        "PPV, gross",
                        "F1",
                        "average of records Se / PPV",
                        "sensitivity by type"),
                rows));
        lines.addAll(details);
        return lines;
    }

    private static List<String> row(String set, String rule, List<Scored> records, double tolerance, double skip) {
        BeatCounts sum = BeatCounts.NONE;
        Spread sensitivity = new Spread();
        Spread predictivity = new Spread();
        for (Scored record : records) {
            BeatCounts counts = counts(record, tolerance, skip);
            sum = sum.plus(counts);
            sensitivity.add((double) counts.found() / Math.max(1, counts.found() + counts.missed()));
            predictivity.add((double) counts.found() / Math.max(1, counts.found() + counts.invented()));
        }
        String types = sum.foundByType().size() < 2
                ? ""
                : sum.foundByType().entrySet().stream()
                        .map(type -> type.getKey() + " " + type.getValue().percent(2))
                        .collect(Collectors.joining("; "));
        return List.of(
                set,
                rule,
                "" + records.size(),
                sum.sensitivity().percent(2),
                sum.predictivity().percent(2),
                Markdown.number(100 * sum.f1(), 2),
                Markdown.number(100 * sensitivity.mean(), 2) + " / " + Markdown.number(100 * predictivity.mean(), 2),
                types);
    }

    private static BeatCounts counts(Scored record, double tolerance, double skip) {
        BeatLabels labels = record.labels().beats().orElseThrow();
        return BeatCounts.of(record, labels, tolerance, skip);
    }

    private static List<String> classes(String set, List<Scored> records) {
        BeatCounts sum = records.stream()
                .map(record -> counts(record, 150, LEARNING_SECONDS))
                .reduce(BeatCounts.NONE, BeatCounts::plus);
        int ventricular = sum.classed("V", "V");
        int supraventricular = sum.classed("S", "S");
        return List.of(
                set
                        + ", classes of the beats found, from minute 5 (EC57: fusion and unclassifiable beats are no false VEB):"
                        + " ventricular Se "
                        + new Share(ventricular, ventricular + sum.classed("V", "NSQP")).percent() + ", PPV "
                        + new Share(ventricular, ventricular + sum.classed("NS", "V")).percent()
                        + "; supraventricular Se "
                        + new Share(supraventricular, supraventricular + sum.classed("S", "NVQP")).percent() + ", PPV "
                        + new Share(supraventricular, supraventricular + sum.classed("NVFQ", "S")).percent()
                        + ".",
                "");
    }

    private static List<String> byRecord(String set, List<Scored> records) {
        List<List<String>> rows = new ArrayList<>();
        for (Scored record : records) {
            BeatCounts counts = counts(record, 150, LEARNING_SECONDS);
            BeatCounts whole = counts(record, 150, 0);
            rows.add(List.of(
                    record.result().name().name(),
                    "" + (counts.found() + counts.missed()),
                    "" + counts.missed(),
                    "" + counts.invented(),
                    counts.sensitivity().percent(2),
                    counts.predictivity().percent(2),
                    whole.missed() + " / " + whole.invented()));
        }
        List<String> lines = new ArrayList<>(List.of(set + ", record by record, 150 ms, from minute 5:", ""));
        lines.addAll(Markdown.table(
                List.of(
                        "record",
                        "beats",
                        "missed",
                        "invented",
                        "sensitivity",
                        "PPV",
                        "missed / invented in the whole"),
                rows));
        return lines;
    }
}
