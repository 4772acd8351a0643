package org.ecgnet.hub.worklist;

/** A name as the worklist may show it: its first character, and a star for each of the others, three at most. */
public final class PatientMask {

    private static final int STARS = 3;

    private PatientMask() {}

    public static String of(String name) {
        String plain = name.strip();
        int characters = plain.codePointCount(0, plain.length());
        if (characters <= 1) {
            return "*";
        }
        return plain.substring(0, plain.offsetByCodePoints(0, 1)) + "*".repeat(Math.min(STARS, characters - 1));
    }
}
