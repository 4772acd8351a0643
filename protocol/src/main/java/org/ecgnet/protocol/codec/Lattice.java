package org.ecgnet.protocol.codec;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts that all are whole multiples of a step, rounded to whole numbers: what a file holds whose maker converted counts of
 * 4.88 microvolts to counts of one. The multiples are smaller than the counts and as good.
 */
final class Lattice {

    /** Counts as they are. */
    static final Lattice ONE = new Lattice(1, 1, false);

    /** Sizes below this are looked up. */
    private static final int QUICK = 1 << 13;

    private static final int NO_MULTIPLE = -1;

    private static final int LEAST_VALUES = 8;
    private static final int MOST_FIRST_MULTIPLE = 3;
    private static final int MOST_STEP = 64;
    private static final int MOST_DENOMINATOR = 1023;
    /** Steps are decimals; the coarsest are tried first. */
    private static final int[] DENOMINATORS = {1, 10, 100, 1000};

    /** Hundredths of a count: 5 mV in 1024 steps, its half, quarter and double, the most common converters. */
    private static final int[] COMMON = {488, 244, 122, 976};

    private final int numerator;
    private final int denominator;
    private final boolean nearest;

    /** The sizes of counts below {@link #QUICK} by multiple; empty until they are asked for. */
    private int[] sizes = {};

    /** The multiple that becomes a size, or {@link #NO_MULTIPLE}. */
    private int[] multipleOfSize = {};

    /**
     * @param numerator of the step, 1 to 65535
     * @param denominator of the step, 1 to 1023
     * @param nearest how a multiple became a count: to the nearest, halves away from zero; else cut towards zero
     */
    Lattice(int numerator, int denominator, boolean nearest) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.nearest = nearest;
    }

    int numerator() {
        return numerator;
    }

    int denominator() {
        return denominator;
    }

    boolean nearest() {
        return nearest;
    }

    /**
     * The lattice of these counts; {@link #ONE} when they have none that is wider.
     *
     * @param guess tried first: leads of one recording mostly have the same
     */
    static Lattice of(int[] counts, Lattice guess) {
        if (!mayHaveOne(counts)) {
            return ONE;
        }
        if (!guess.isOne() && guess.holdsAll(counts)) {
            return guess;
        }
        Lattice half = new Lattice(guess.numerator, 2 * guess.denominator, guess.nearest);
        if (!guess.isOne() && half.denominator <= MOST_DENOMINATOR && half.holdsAll(counts)) {
            return half;
        }
        if (IntStream.of(counts).distinct().limit(LEAST_VALUES).count() < LEAST_VALUES) {
            return ONE;
        }
        int smallest = smallest(counts);
        Stream<Lattice> common = Stream.of(false, true).flatMap(Lattice::common);
        Stream<Lattice> others = Stream.of(false, true).flatMap(nearest -> candidates(smallest, nearest));
        return Stream.concat(common, others)
                .filter(found -> found.holds(counts))
                .findFirst()
                .orElse(ONE);
    }

    /** The smallest size but zero. */
    private static int smallest(int[] counts) {
        int smallest = Integer.MAX_VALUE;
        for (int count : counts) {
            int size = Math.abs(count) & Integer.MAX_VALUE;
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

    private static Stream<Lattice> common(boolean nearest) {
        return IntStream.of(COMMON).mapToObj(step -> new Lattice(step, 100, nearest));
    }

    /** What the smallest size allows when it is the first, second or third multiple. */
    private static Stream<Lattice> candidates(double size, boolean nearest) {
        return IntStream.of(DENOMINATORS)
                .boxed()
                .flatMap(denominator -> IntStream.rangeClosed(1, MOST_FIRST_MULTIPLE)
                        .boxed()
                        .flatMap(first -> between(
                                        (size - 0.5) / first * denominator,
                                        Math.min(MOST_STEP, (size + 1) / first) * denominator)
                                .mapToObj(step -> new Lattice(step, denominator, nearest))))
                .filter(lattice -> lattice.numerator > lattice.denominator);
    }

    private static IntStream between(double least, double most) {
        return IntStream.rangeClosed((int) Math.ceil(least), (int) Math.floor(most));
    }

    private boolean holds(int[] counts) {
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

    /** As {@link #holds(int[])}, for a lattice that is likely to. */
    boolean holdsAll(int[] counts) {
        if (isOne()) {
            return true;
        }
        tabulate();
        for (int count : counts) {
            int size = Math.abs(count);
            if (size >= 0 && size < QUICK ? multipleOfSize[size] == NO_MULTIPLE : !holds(count)) {
                return false;
            }
        }
        return true;
    }

    private void tabulate() {
        if (sizes.length > 0) {
            return;
        }
        int[] found = new int[QUICK];
        multipleOfSize = new int[QUICK];
        Arrays.fill(multipleOfSize, NO_MULTIPLE);
        int step = nearest ? 2 * numerator : numerator; // as size(), without a division each
        int divisor = nearest ? 2 * denominator : denominator;
        int rest = nearest ? denominator : 0;
        int multiple = 0;
        for (int size = 0; size < QUICK && multiple < QUICK; multiple++) {
            found[multiple] = size;
            multipleOfSize[size] = multiple;
            size += step / divisor;
            rest += step % divisor;
            if (rest >= divisor) {
                rest -= divisor;
                size++;
            }
        }
        sizes = Arrays.copyOf(found, multiple);
    }

    /** The multiple that becomes this count, or one near it where there is none. */
    private int multiple(int count) {
        long size = Math.abs((long) count);
        long multiple = (size * denominator + numerator - 1) / numerator;
        long under = multiple - 1;
        long found = under >= 0 && size(under) == size ? under : multiple;
        return (int) (count < 0 ? -found : found);
    }

    int[] multiples(int[] counts) {
        int[] multiples = new int[counts.length];
        multiples(counts, multiples, 0);
        return multiples;
    }

    /** Fills in the multiples of counts that it {@link #holdsAll}, from {@code at} on. */
    void multiples(int[] counts, int[] into, int at) {
        if (isOne()) {
            System.arraycopy(counts, 0, into, at, counts.length);
            return;
        }
        tabulate();
        for (int n = 0; n < counts.length; n++) {
            int count = counts[n];
            int size = Math.abs(count);
            if (size >= 0 && size < QUICK) {
                int multiple = multipleOfSize[size];
                int sign = count >> 31; // no branch: no processor foresees a sign
                into[at + n] = (multiple ^ sign) - sign;
            } else {
                into[at + n] = multiple(count);
            }
        }
    }

    /** The counts that a part of the multiples becomes. */
    int[] counts(int[] multiples, int from, int to) {
        int[] counts = Arrays.copyOfRange(multiples, from, to);
        if (isOne()) {
            return counts;
        }
        tabulate();
        for (int n = 0; n < counts.length; n++) {
            int multiple = counts[n];
            int size = Math.abs(multiple);
            if (size >= 0 && size < sizes.length) {
                int sign = multiple >> 31;
                counts[n] = (sizes[size] ^ sign) - sign;
            } else {
                counts[n] = count(multiple);
            }
        }
        return counts;
    }

    /** The count that a multiple becomes. */
    private int count(int multiple) {
        int size = (int) size(Math.abs((long) multiple));
        return multiple < 0 ? -size : size;
    }

    private long size(long multiple) {
        return nearest
                ? (2 * multiple * numerator + denominator) / (2L * denominator)
                : multiple * numerator / denominator;
    }

    boolean isOne() {
        return numerator == denominator;
    }

    /** True when this step is half of another one's, rounded alike. */
    boolean halfOf(Lattice other) {
        return numerator * 2L * other.denominator == (long) other.numerator * denominator && nearest == other.nearest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lattice lattice
                && numerator == lattice.numerator
                && denominator == lattice.denominator
                && nearest == lattice.nearest;
    }

    @Override
    public int hashCode() {
        return (numerator * 31 + denominator) * 2 + (nearest ? 1 : 0);
    }
}
