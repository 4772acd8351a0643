package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.Finding;

/** Levels of 10-s records: by set, on normal ones, and every acute case by name with its J levels and the reason. */
public final class TriageTables {

    /** Longer records are judged by their episodes. */
    private static final double LONG_SECONDS = 600;

    private TriageTables() {}

    static List<String> of(List<Scored> all) {
        List<Scored> records = all.stream()
                .filter(one -> one.result().seconds() < LONG_SECONDS)
                .toList();
        if (records.isEmpty()) {
            return List.of("No short records.", "");
        }
        List<String> lines = new ArrayList<>(levels(records));
        lines.addAll(normals(records));
        lines.addAll(acute(records));
        return lines;
    }

    private static List<String> levels(List<Scored> records) {
        Map<String, List<Scored>> sets = new TreeMap<>();
        for (Scored one : records) {
            sets.computeIfAbsent(one.set(), set -> new ArrayList<>()).add(one);
            if (one.labels().normal()) {
                sets.computeIfAbsent(one.set() + ", labelled normal", set -> new ArrayList<>())
                        .add(one);
                sets.computeIfAbsent("every set, labelled normal", set -> new ArrayList<>())
                        .add(one);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        sets.forEach((set, of) -> {
            List<String> row = new ArrayList<>(List.of(set, "" + of.size()));
            Map<TriageLevel, Integer> counts = counts(of);
            for (TriageLevel level : TriageLevel.values()) {
                row.add(new Share(counts.getOrDefault(level, 0), of.size()).percent());
            }
            row.add(""
                    + of.stream().filter(one -> one.result().reading().hard()).count());
            rows.add(row);
        });
        List<String> head = new ArrayList<>(List.of("set", "records"));
        for (TriageLevel level : TriageLevel.values()) {
            head.add(level.name());
        }
        head.add("HARD");
        return Markdown.table(head, rows);
    }

    /** How many records of each level. */
    public static Map<TriageLevel, Integer> counts(List<Scored> records) {
        Map<TriageLevel, Integer> counts = new EnumMap<>(TriageLevel.class);
        records.forEach(one -> counts.merge(one.result().reading().level(), 1, Integer::sum));
        return counts;
    }

    private static List<String> normals(List<Scored> records) {
        List<List<String>> rows = records.stream()
                .filter(one -> one.labels().normal()
                        && one.result().reading().level() != TriageLevel.GREEN
                        && one.result().reading().level() != TriageLevel.GREY)
                .map(one -> List.of(
                        one.result().name().path(),
                        one.result().reading().level().name(),
                        reason(one)))
                .sorted(Comparator.comparing((List<String> row) -> row.get(1)).thenComparing(row -> row.get(0)))
                .toList();
        List<String> lines = new ArrayList<>(List.of("Red or yellow on a record labelled normal: " + rows.size(), ""));
        lines.addAll(rows.isEmpty() ? List.of() : Markdown.table(List.of("record", "level", "reason"), rows));
        return lines;
    }

    private static List<String> acute(List<Scored> records) {
        List<Scored> cases =
                records.stream().filter(one -> !one.labels().acute().isEmpty()).toList();
        List<Scored> otherReds = records.stream()
                .filter(one ->
                        one.labels().acute().isEmpty() && one.result().reading().level() == TriageLevel.RED)
                .toList();
        List<String> lines = new ArrayList<>();
        if (!cases.isEmpty()) {
            lines.addAll(kinds(cases));
            lines.addAll(named("Acute cases one by one; J in uV against the QRS onset:", cases));
        }
        if (!otherReds.isEmpty()) {
            lines.addAll(named("Reds that no label calls acute; J in uV against the QRS onset:", otherReds));
        }
        return lines;
    }

    private static List<String> named(String title, List<Scored> records) {
        List<List<String>> rows = records.stream()
                .map(one -> List.of(one.result().name().path(), labelled(one), level(one), jLevels(one), reason(one)))
                .toList();
        List<String> lines = new ArrayList<>(List.of(title, ""));
        lines.addAll(Markdown.table(List.of("record", "labelled", "level", "J", "reason"), rows));
        return lines;
    }

    private static String labelled(Scored one) {
        return one.labels().acute().isEmpty()
                ? one.labels()
                        .statements()
                        .map(labels -> String.join(" ", new TreeSet<>(labels.present())))
                        .orElse("-")
                : String.join("; ", one.labels().acute());
    }

    private static List<String> kinds(List<Scored> cases) {
        Map<String, List<Scored>> kinds = new TreeMap<>();
        for (Scored one : cases) {
            for (String acute : one.labels().acute()) {
                String kind = one.set() + " " + acute.replaceAll("[ ,].*", "");
                kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(one);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        kinds.forEach((kind, of) -> {
            Map<TriageLevel, Integer> counts = counts(of);
            int red = counts.getOrDefault(TriageLevel.RED, 0);
            int yellow = counts.getOrDefault(TriageLevel.YELLOW, 0);
            rows.add(List.of(
                    kind,
                    "" + of.size(),
                    new Share(red, of.size()).percent(),
                    new Share(red + yellow, of.size()).percent(),
                    "" + counts.getOrDefault(TriageLevel.GREEN, 0),
                    "" + counts.getOrDefault(TriageLevel.GREY, 0)));
        });
        return Markdown.table(List.of("acute cases", "records", "red", "red or yellow", "green", "grey"), rows);
    }

    private static String level(Scored one) {
        return one.result().reading().level() + (one.result().reading().hard() ? " HARD" : "");
    }

    private static String jLevels(Scored one) {
        Map<Lead, Double> st = one.result().reading().measurements().stMicrovolts();
        return Lead.STANDARD_12.stream()
                .filter(st::containsKey)
                .map(lead -> lead.label() + " " + Math.round(st.getOrDefault(lead, 0.0)))
                .collect(Collectors.joining(", "));
    }

    private static String reason(Scored one) {
        String reasons = one.result().reading().findings().stream()
                .map(finding -> finding.rule() + ": " + sentence(finding))
                .collect(Collectors.joining(" / "));
        return reasons.isEmpty() ? "no finding" : reasons;
    }

    private static String sentence(Finding finding) {
        return finding.english().replace("|", "/").replace("\n", " ");
    }
}
