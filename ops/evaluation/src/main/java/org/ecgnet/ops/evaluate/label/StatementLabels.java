package org.ecgnet.ops.evaluate.label;

import java.util.Set;

/**
 * Diagnoses in the codes of a reading.
 *
 * @param present what the record has
 * @param open what the labels leave open
 * @param judged what this source labels at all
 */
public record StatementLabels(Set<String> present, Set<String> open, Set<String> judged) {

    public StatementLabels {
        present = Set.copyOf(present);
        open = Set.copyOf(open);
        judged = Set.copyOf(judged);
    }

    public boolean counts(String code) {
        return judged.contains(code) && !open.contains(code);
    }
}
