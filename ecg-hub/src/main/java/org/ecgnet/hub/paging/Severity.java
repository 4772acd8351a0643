package org.ecgnet.hub.paging;

/** How deadly and how certain a red case is, worst first (CLINICAL 2.4 and 5). */
public enum Severity {
    /** Machine-certain, and no minute to lose: asystole, ventricular fibrillation, polymorphic VT. */
    LETHAL(0),
    /** Machine-certain and deadly. */
    HARD(1),
    /** Red by rule, to be confirmed by a person. */
    SUSPECTED(2);

    private final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    /** 0 for the worst; stored, so never changed. */
    public int rank() {
        return rank;
    }

    public Severity worse(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** True for what the machine is certain of. */
    public boolean certain() {
        return this != SUSPECTED;
    }
}
