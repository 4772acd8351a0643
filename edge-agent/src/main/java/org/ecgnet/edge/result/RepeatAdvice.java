package org.ecgnet.edge.result;

import java.time.Duration;
import java.util.List;

/**
 * When the ECG is to be recorded again.
 *
 * @param rules ids of the rules that ask for it
 * @param chestPain also for chest pain without a red result
 * @param from after the end of the recording
 * @param to later it is overdue
 */
public record RepeatAdvice(List<String> rules, boolean chestPain, Duration from, Duration to) {

    public RepeatAdvice {
        rules = List.copyOf(rules);
        if (to.compareTo(from) <= 0) {
            throw new IllegalArgumentException("repeat.to: " + to + " (expected: longer than repeat.from)");
        }
    }
}
