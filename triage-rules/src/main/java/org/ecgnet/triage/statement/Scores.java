package org.ecgnet.triage.statement;

import java.util.Map;

/**
 * Scores of the statements, 0 to 1, by code.
 *
 * @param byCode a statement that was not asked for has none
 */
public record Scores(Map<String, Double> byCode) {

    /** A score of this or more claims the statement. */
    public static final double CLAIM = 0.5;

    public Scores {
        byCode = Map.copyOf(byCode);
    }

    /** The score of a statement; 0 when there is none. */
    public double of(String code) {
        return byCode.getOrDefault(code, 0.0);
    }

    public boolean claimed(String code) {
        return of(code) >= CLAIM;
    }
}
