package org.ecgnet.protocol.codec;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts that all are whole multiples of a step, rounded to whole numbers: what a file holds whose maker converted counts of
 * 4.88 microvolts to counts of one. The multiples are smaller than the counts and as good.
 *
 * @param numerator of the step, 1 to 65535
 * @param denominator of the step, 1 to 1023
 * @param nearest how a multiple became a count: to the nearest, halves away from zero; else cut towards zero
 */
record Lattice(int numerator, int denominator, boolean nearest) {

    /** Counts as they are. */
    static final Lattice ONE = new Lattice(1, 1, false);

    /** Sizes below this are converted in int: a division of longs takes three times as long. */
    private static final int QUICK = 1 << 13;

    private static final int LEAST_VALUES = 8;
    private static final int MOST_FIRST_MULTIPLE = 3;
    private static final int MOST_STEP = 64;
    /** Steps are decimals; the coarsest are tried first. */
    private static final int[] DENOMINATORS = {1, 10, 100, 1000};

    /** Hundredths of a count: 5 mV in 1024 steps, its half, quarter and double, the most common converters. */
    private static final int[] COMMON = {488, 244, 122, 976};

    /**
     * The lattice of these counts; {@link #ONE} when they have none that is wider.
     *
     * @param guess tried first: leads of one recording mostly have the same
     */
    static Lattice of(int[] counts, Lattice guess) {
        if (!mayHaveOne(counts)
                || IntStream.of(counts).distinct().limit(LEAST_VALUES).count() < LEAST_VALUES) {
            return ONE;
        }
        if (!guess.isOne() && guess.holds(counts)) {
            return guess;
        }
        int smallest = smallest(counts);
        return Stream.of(false, true)
                .flatMap(nearest -> candidates(smallest, nearest))
                .filter(found -> found.holds(counts))
                .findFirst()
                .orElse(ONE);
    }

    /** The smallest size but zero. */
    private static int smallest(int[] counts) {
        int smallest = Integer.MAX_VALUE;
        for (int count : counts) {
            int size = LeadState.sizeOf(count);
            if (size != 0 && size < smallest) {
                smallest = size;
            }
        }
        return smallest;
    }

    /** Neighbouring samples that differ by one, as most recordings have at once, end the search early. */
    private static boolean mayHaveOne(int[] counts) {
        for (int n = 1; n < counts.length; n++) {
            int step = counts[n] - counts[n - 1];
            if (step == 1 || step == -1) {
                return false;
            }
        }
        return true;
    }

    /** What the smallest size allows when it is the first, second or third multiple. */
    private static Stream<Lattice> candidates(double size, boolean nearest) {
        Stream<Lattice> common = IntStream.of(COMMON).mapToObj(step -> new Lattice(step, 100, nearest));
        Stream<Lattice> decimal = IntStream.of(DENOMINATORS).boxed().flatMap(denominator -> IntStream.rangeClosed(
                        1, MOST_FIRST_MULTIPLE)
                .boxed()
                .flatMap(first -> between(
                                (size - 0.5) / first * denominator,
                                Math.min(MOST_STEP, (size + 1) / first) * denominator)
                        .mapToObj(step -> new Lattice(step, denominator, nearest))));
        return Stream.concat(common, decimal).filter(lattice -> lattice.numerator > lattice.denominator);
    }

    private static IntStream between(double least, double most) {
        return IntStream.rangeClosed((int) Math.ceil(least), (int) Math.floor(most));
    }

    boolean holds(int[] counts) {
        for (int count : counts) {
            if (!holds(count)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(int count) {
        return count != Integer.MIN_VALUE && count(multiple(count)) == count;
    }

    /** The multiple that becomes this count, or one near it where there is none. */
    int multiple(int count) {
        if (isOne()) {
            return count;
        }
        if (count > -QUICK && count < QUICK) {
            return quickMultiple(count);
        }
        long size = Math.abs((long) count);
        long multiple = (size * denominator + numerator - 1) / numerator;
        long under = multiple - 1;
        long found = under >= 0 && size(under) == size ? under : multiple;
        return (int) (count < 0 ? -found : found);
    }

    private int quickMultiple(int count) {
        int size = Math.abs(count);
        int multiple = (size * denominator + numerator - 1) / numerator;
        int under = multiple - (size == 0 ? 0 : 1);
        int found = quickSize(under) == size ? under : multiple;
        return count < 0 ? -found : found;
    }

    int[] multiples(int[] counts) {
        return isOne() ? counts : IntStream.of(counts).map(this::multiple).toArray();
    }

    /** The count that a multiple becomes. */
    int count(int multiple) {
        if (isOne()) {
            return multiple;
        }
        boolean quick = multiple > -QUICK && multiple < QUICK;
        int size = quick ? quickSize(Math.abs(multiple)) : (int) size(Math.abs((long) multiple));
        return multiple < 0 ? -size : size;
    }

    private long size(long multiple) {
        return nearest
                ? (2 * multiple * numerator + denominator) / (2L * denominator)
                : multiple * numerator / denominator;
    }

    private int quickSize(int multiple) {
        return nearest
                ? (2 * multiple * numerator + denominator) / (2 * denominator)
                : multiple * numerator / denominator;
    }

    boolean isOne() {
        return numerator == denominator;
    }

    /** True when this step is half of another one's, rounded alike. */
    boolean halfOf(Lattice other) {
        return numerator * 2L * other.denominator == (long) other.numerator * denominator && nearest == other.nearest;
    }
}
