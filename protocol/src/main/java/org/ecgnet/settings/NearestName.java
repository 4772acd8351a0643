package org.ecgnet.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped name was meant to be, by Levenshtein distance. */
public final class NearestName {

    private NearestName() {}

    /** The known name with the fewest changed letters, the first of several; empty when none is known. */
    public static Optional<String> of(String given, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(name -> distance(given, name)));
    }

    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int at = 0; at <= to.length(); at++) {
            row[at] = at;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
