package org.ecgnet.protocol.codec;

/**
 * How a derived limb lead follows from the first two leads of the recording, I and II (Einthoven 1913, Goldberger 1942), up
 * to its rounding.
 */
enum Relation {
    /** The lead follows from no other. */
    NONE(0, 0),
    III(-2, 2),
    AVR(-1, -1),
    AVL(2, -1),
    AVF(-1, 2);

    private final int ofFirst;
    private final int ofSecond;

    /** Weights of the two leads in halves. */
    Relation(int ofFirst, int ofSecond) {
        this.ofFirst = ofFirst;
        this.ofSecond = ofSecond;
    }

    /** Twice the derived value before it was rounded; wraps like any int. */
    int twice(int first, int second) {
        return ofFirst * first + ofSecond * second;
    }
}
