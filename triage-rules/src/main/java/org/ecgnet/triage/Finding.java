package org.ecgnet.triage;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;

/**
 * A rule's positive statement, with everything needed to check it.
 *
 * @param rule such as {@code R11}; {@code Q..} for signal quality
 * @param code such as {@code ST_ELEVATION}
 * @param hard machine-certain and deadly: rings at once (CLINICAL 2.4)
 * @param score 0 to 1, how sure
 * @param chinese one sentence for the village doctor and the console; leads are parted by the enumeration comma, whatever
 *     parted them
 * @param english the same
 */
public record Finding(
        String rule,
        String code,
        TriageLevel level,
        boolean hard,
        double score,
        List<Evidence> evidence,
        String chinese,
        String english) {

    public Finding {
        evidence = List.copyOf(evidence);
        chinese = chinese.replace(", ", "、");
        if (hard && level != TriageLevel.RED) {
            throw new IllegalArgumentException("hard: true at " + level + " (expected: at RED only)");
        }
    }
}
