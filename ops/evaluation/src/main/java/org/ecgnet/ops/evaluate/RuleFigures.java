package org.ecgnet.ops.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecgnet.ops.evaluate.score.Scored;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Triage;

/** How often each rule fired on the short recordings of an evaluation, as the file that the catalogue quotes. */
final class RuleFigures {

    private static final double LONG_SECONDS = 600;

    private RuleFigures() {}

    static List<String> of(Evaluation evaluation, LocalDate today) {
        Map<String, int[]> rules = new TreeMap<>();
        int records = 0;
        int normal = 0;
        for (Scored one : evaluation.records()) {
            if (one.result().seconds() < LONG_SECONDS) {
                int healthy = one.labels().normal() ? 1 : 0;
                records++;
                normal += healthy;
                Set<String> fired = new TreeSet<>();
                one.result().reading().findings().stream()
                        .filter(finding -> !finding.code().equals("CANNOT_TELL"))
                        .map(Finding::rule)
                        .forEach(fired::add);
                for (String rule : fired) {
                    int[] counts = rules.computeIfAbsent(rule, any -> new int[2]);
                    counts[0]++;
                    counts[1] += healthy;
                }
            }
        }
        List<String> lines = new ArrayList<>(List.of(
                "# Written by ./ops/evaluate DIR --figures: how often each rule fires on recordings of less than ten minutes.",
                "date = \"" + today + "\"",
                "engine = \"" + Triage.ENGINE + "\"",
                "profile = \"" + evaluation.profile() + "\"",
                "records = " + records,
                "normal = " + normal,
                "rules {"));
        rules.forEach((rule, counts) ->
                lines.add("  \"" + rule + "\" { records = " + counts[0] + ", normal = " + counts[1] + " }"));
        lines.add("}");
        return lines;
    }
}
