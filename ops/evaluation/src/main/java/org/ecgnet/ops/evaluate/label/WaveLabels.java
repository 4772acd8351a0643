package org.ecgnet.ops.evaluate.label;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.ops.evaluate.result.Mark;

/** The annotated points of one lead, ascending, and the stretch that is annotated. */
public record WaveLabels(Map<Mark, List<Integer>> marks, Span within) {

    public WaveLabels {
        marks = marks.isEmpty() ? Map.of() : new EnumMap<>(marks);
    }

    public List<Integer> of(Mark mark) {
        return marks.getOrDefault(mark, List.of());
    }
}
