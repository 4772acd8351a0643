package org.ecgnet.protocol.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is found of the leads before they are coded and holds until the next key chunk.
 *
 * @param lattices by lead
 * @param relations by lead
 */
record LeadPlan(List<Lattice> lattices, List<Relation> relations) {

    private static final int NUMERATOR_BITS = 16;
    private static final int DENOMINATOR_BITS = 10;
    private static final int RELATION_BITS = 3;
    /** How far a derived lead may be from its relation in the samples that are looked at. */
    private static final int ROUNDING = 2;
    /** Samples that tell whether a lead follows from the first two. */
    private static final int LOOKED_AT = 1000;

    private static final List<Relation> RELATIONS = List.of(Relation.values());
    /** II, I, then the chest leads from the middle outwards: each has a close neighbour before it. */
    private static final int[] ORDER_OF_EIGHT = {1, 0, 4, 3, 2, 5, 6, 7};

    LeadPlan {
        lattices = List.copyOf(lattices);
        relations = List.copyOf(relations);
    }

    static LeadPlan of(int[][] counts) {
        List<Lattice> lattices = new ArrayList<>();
        Lattice guess = Lattice.ONE;
        for (int[] lead : counts) {
            Lattice found = Lattice.of(lead, guess);
            guess = guess.isOne()
                    ? found
                    : guess; // not a derived lead's half steps: whole ones would fit them, twice as large
            lattices.add(found.equals(guess) ? guess : found);
        }
        List<Relation> relations = new ArrayList<>(Collections.nCopies(counts.length, Relation.NONE));
        if (counts.length > 2 && lattices.get(0).equals(lattices.get(1))) {
            int[] first = lattices.get(0).multiples(counts[0]);
            int[] second = lattices.get(1).multiples(counts[1]);
            for (int lead = 2; lead < counts.length; lead++) {
                if (alike(lattices.get(0), lattices.get(lead))) {
                    relations.set(
                            lead, relation(counts[lead], lattices.get(lead), first, second, half(lattices, lead)));
                }
            }
        }
        return new LeadPlan(lattices, relations);
    }

    /** What holds in the middle of the recording, and then in all of it. */
    private static Relation relation(int[] counts, Lattice lattice, int[] first, int[] second, boolean half) {
        int from = Math.max(0, counts.length - LOOKED_AT) / 2;
        int to = Math.min(counts.length, from + LOOKED_AT);
        int[] middle = lattice.multiples(Arrays.copyOfRange(counts, from, to));
        return RELATIONS.stream()
                .filter(relation -> relation != Relation.NONE)
                .filter(relation -> follows(middle, from, first, second, relation, half))
                .filter(relation -> follows(lattice.multiples(counts), 0, first, second, relation, half))
                .findFirst()
                .orElse(Relation.NONE);
    }

    private static boolean alike(Lattice base, Lattice derived) {
        return derived.equals(base) || derived.halfOf(base);
    }

    private static boolean follows(int[] own, int from, int[] first, int[] second, Relation relation, boolean half) {
        int far = 0;
        for (int n = 0; n < own.length; n++) {
            int twice = relation.twice(first[from + n], second[from + n]);
            int off = own[n] - (half ? twice : twice >> 1);
            if ((off > ROUNDING || off < -ROUNDING) && ++far * 16 > own.length) {
                return false;
            }
        }
        return true;
    }

    private static boolean half(List<Lattice> lattices, int lead) {
        return !lattices.get(lead).equals(lattices.get(0));
    }

    /** True when the derived lead counts in half steps, so that nothing was rounded. */
    boolean half(int lead) {
        return half(lattices, lead);
    }

    /** The leads that follow from no other, in the order in which they are coded. */
    int[] independent() {
        int[] natural = java.util.stream.IntStream.range(0, relations.size())
                .filter(lead -> relations.get(lead) == Relation.NONE)
                .toArray();
        return natural.length == ORDER_OF_EIGHT.length
                ? Arrays.stream(ORDER_OF_EIGHT).map(at -> natural[at]).toArray()
                : natural;
    }

    /** The leads that follow from the first two. */
    int[] derived() {
        return java.util.stream.IntStream.range(0, relations.size())
                .filter(lead -> relations.get(lead) != Relation.NONE)
                .toArray();
    }

    boolean holds(int[][] counts) {
        for (int lead = 0; lead < counts.length; lead++) {
            if (!lattices.get(lead).holdsAll(counts[lead])) {
                return false;
            }
        }
        return true;
    }

    void write(EntropyCoder coder) {
        Lattice before = Lattice.ONE;
        for (int lead = 0; lead < lattices.size(); lead++) {
            Lattice lattice = lattices.get(lead);
            coder.plain(RELATIONS.indexOf(relations.get(lead)), RELATION_BITS);
            coder.plain(lattice.equals(before) ? 1 : 0, 1);
            if (!lattice.equals(before)) {
                coder.plain(lattice.nearest() ? 1 : 0, 1);
                coder.plain(lattice.numerator(), NUMERATOR_BITS);
                coder.plain(lattice.denominator(), DENOMINATOR_BITS);
            }
            before = lattice;
        }
    }

    /** @throws FormException for values that no encoder writes */
    static LeadPlan read(EntropyCoder coder, int leads) {
        List<Lattice> lattices = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        Lattice before = Lattice.ONE;
        for (int lead = 0; lead < leads; lead++) {
            int relation = coder.plain(0, RELATION_BITS);
            if (relation >= RELATIONS.size() || lead < 2 && relation != 0) {
                throw new FormException("relation " + relation + " of lead " + lead + " (expected: 0.."
                        + (RELATIONS.size() - 1) + ", 0 for the first two)");
            }
            relations.add(RELATIONS.get(relation));
            if (coder.plain(0, 1) == 0) {
                boolean nearest = coder.plain(0, 1) == 1;
                int numerator = coder.plain(0, NUMERATOR_BITS);
                int denominator = coder.plain(0, DENOMINATOR_BITS);
                if (numerator < denominator || denominator == 0) {
                    throw new FormException("step " + numerator + "/" + denominator + " (expected: one or more)");
                }
                before = new Lattice(numerator, denominator, nearest);
            }
            lattices.add(before);
        }
        return new LeadPlan(lattices, relations);
    }
}
