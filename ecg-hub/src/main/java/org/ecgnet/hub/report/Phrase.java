package org.ecgnet.hub.report;

/**
 * A statement that readers choose by its acronym.
 *
 * @param code such as {@code LBBB}
 */
public record Phrase(String code, String chinese, String english) {

    /** A code that the tree does not know is its own words. */
    static Phrase bare(String code) {
        return new Phrase(code, code, code);
    }
}
