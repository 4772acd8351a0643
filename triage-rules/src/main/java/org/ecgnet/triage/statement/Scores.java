package org.ecgnet.triage.statement;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores of the statements, 0 to 1, by code.
 *
 * @param byCode a statement that was not asked for has none
 */
public record Scores(Map<String, Double> byCode) {

    /** A score of this or more claims the statement. */
    public static final double CLAIM = 0.5;

    public Scores {
        byCode = Collections.unmodifiableMap(new TreeMap<>(byCode)); // in order: the same input says the same
    }

    /** The score of a statement; 0 when there is none. */
    public double of(String code) {
        return byCode.getOrDefault(code, 0.0);
    }

    public boolean claimed(String code) {
        return of(code) >= CLAIM;
    }
}
