package org.ecgnet.ops.evaluate.label;

import java.util.List;

/**
 * The annotated beats of a record, ascending.
 *
 * @param within what is annotated at all; outside it nothing counts
 * @param fibrillation stretches in which beats are no beats; nothing counts there
 */
public record BeatLabels(List<Beat> beats, Span within, List<Span> fibrillation) {

    public BeatLabels {
        beats = List.copyOf(beats);
        fibrillation = List.copyOf(fibrillation);
    }

    /** @param type N, S, V, F or Q, the classes of ANSI/AAMI EC57 */
    public record Beat(double sample, char type) {}

    public boolean judged(double sample) {
        return within.contains(sample) && fibrillation.stream().noneMatch(span -> span.contains(sample));
    }
}
