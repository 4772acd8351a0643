package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecgnet.ecg.TriageLevel;

/** Signal quality, GREY, swaps said, and the time of a reading, by set. */
final class QualityTable {

    private QualityTable() {}

    static List<String> of(List<Scored> all) {
        Map<String, List<Scored>> sets = new TreeMap<>();
        all.forEach(
                one -> sets.computeIfAbsent(one.set(), set -> new ArrayList<>()).add(one));
        List<List<String>> rows = new ArrayList<>();
        sets.forEach((set, records) -> rows.add(row(set, records)));
        return Markdown.table(
                List.of("set", "records", "GREY", "quality", "swap said", "ms a record: median / P90", "ms a 10 s"),
                rows);
    }

    private static List<String> row(String set, List<Scored> records) {
        Spread millis = new Spread();
        double seconds = 0;
        Map<String, Integer> levels = new TreeMap<>();
        int grey = 0;
        int swaps = 0;
        for (Scored one : records) {
            millis.add(one.result().engineMillis());
            seconds += one.result().seconds();
            levels.merge(one.result().reading().quality().level().name(), 1, Integer::sum);
            grey += one.result().reading().level() == TriageLevel.GREY ? 1 : 0;
            swaps += one.result().leadReversal().isPresent() ? 1 : 0;
        }
        return List.of(
                set,
                "" + records.size(),
                new Share(grey, records.size()).percent(),
                levels.entrySet().stream()
                        .map(level -> level.getKey() + " " + level.getValue())
                        .collect(Collectors.joining(", ")),
                "" + swaps,
                Markdown.number(millis.quantile(0.5), 2) + " / " + Markdown.number(millis.quantile(0.9), 2),
                Markdown.number(millis.mean() * millis.count() / seconds * 10, 2));
    }
}
