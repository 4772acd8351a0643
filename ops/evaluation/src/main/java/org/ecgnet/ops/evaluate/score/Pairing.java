package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Points paired one to one, nearest first, none further apart than a tolerance.
 *
 * @param foundOf for each expected point the found one, or -1
 * @param paired for each found point whether it has a partner
 */
record Pairing(int[] foundOf, boolean[] paired) {

    private record Candidate(double distance, int expected, int found) {}

    /** @param found ascending */
    static Pairing of(double[] expected, double[] found, double tolerance) {
        List<Candidate> candidates = new ArrayList<>();
        for (int e = 0; e < expected.length; e++) {
            for (int f = firstFrom(found, expected[e] - tolerance);
                    f < found.length && found[f] <= expected[e] + tolerance;
                    f++) {
                candidates.add(new Candidate(Math.abs(expected[e] - found[f]), e, f));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::distance)
                .thenComparingInt(Candidate::expected)
                .thenComparingInt(Candidate::found));
        int[] foundOf = new int[expected.length];
        Arrays.fill(foundOf, -1);
        boolean[] paired = new boolean[found.length];
        for (Candidate candidate : candidates) {
            if (foundOf[candidate.expected] < 0 && !paired[candidate.found]) {
                foundOf[candidate.expected] = candidate.found;
                paired[candidate.found] = true;
            }
        }
        return new Pairing(foundOf, paired);
    }

    private static int firstFrom(double[] sorted, double from) {
        int at = Arrays.binarySearch(sorted, from);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == from) {
            at--;
        }
        return at;
    }

    boolean found(int expected) {
        return foundOf[expected] >= 0;
    }
}
