package org.ecgnet.ops.evaluate.score;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ops.evaluate.label.BeatLabels;
import org.ecgnet.ops.evaluate.result.Mark;

/** The report in a few numbers, for a gate: shares from 0 to 1, errors in ms. A number that has no case is left out. */
public final class Summary {

    private static final int LEAST_POSITIVES = 3;

    private Summary() {}

    /** By names such as {@code ludb.qrs-f1-150ms} or {@code AF.f1}. */
    public static Map<String, Double> of(List<Scored> all, List<String> codes) {
        Map<String, Double> numbers = new TreeMap<>();
        all.stream().map(Scored::set).distinct().forEach(set -> beats(numbers, set, all));
        for (Mark mark : List.of(Mark.P_ON, Mark.P_OFF, Mark.QRS_ON, Mark.QRS_OFF, Mark.T_OFF)) {
            WaveTables.error(all, mark).ifPresent(error -> {
                numbers.put("waves." + mark.key() + "-sd-ms", error.deviation());
                numbers.put("waves." + mark.key() + "-mean-ms", Math.abs(error.mean()));
            });
        }
        StatementTables.tallies(all, codes).values().stream()
                .findFirst()
                .ifPresent(tallies -> tallies.forEach((code, tally) -> {
                    if (tally.sensitivity().all() >= LEAST_POSITIVES) {
                        numbers.put(code + ".f1", tally.f1());
                    }
                }));
        List<Scored> normal = all.stream().filter(one -> one.labels().normal()).toList();
        if (!normal.isEmpty()) {
            Map<TriageLevel, Integer> levels = TriageTables.counts(normal);
            for (TriageLevel level : TriageLevel.values()) {
                numbers.put("normal." + level, levels.getOrDefault(level, 0) / (double) normal.size());
            }
        }
        return numbers;
    }

    private static void beats(Map<String, Double> numbers, String set, List<Scored> all) {
        for (double tolerance : new double[] {150, 50}) {
            BeatCounts sum = BeatCounts.NONE;
            for (Scored one : all) {
                if (one.set().equals(set) && one.labels().beats().isPresent()) {
                    BeatLabels labels = one.labels().beats().get();
                    sum = sum.plus(BeatCounts.of(one, labels, tolerance, 0));
                }
            }
            if (sum.found() > 0) {
                numbers.put("%s.qrs-f1-%.0fms".formatted(set, tolerance), sum.f1());
            }
        }
    }
}
