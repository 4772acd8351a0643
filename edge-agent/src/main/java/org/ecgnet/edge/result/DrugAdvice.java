package org.ecgnet.edge.result;

import java.util.List;

/**
 * What the county allows to be given, and what must be asked before.
 *
 * @param rules ids of the rules for which it is shown
 * @param contraindications each is to be answered with no; at least one
 * @param steps shown only then
 */
public record DrugAdvice(Words title, List<String> rules, List<Words> contraindications, List<Words> steps) {

    public DrugAdvice {
        rules = List.copyOf(rules);
        contraindications = List.copyOf(contraindications);
        steps = List.copyOf(steps);
        if (contraindications.isEmpty() || rules.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "a drug needs rules, steps and contraindications (expected: at least one of each)");
        }
    }
}
