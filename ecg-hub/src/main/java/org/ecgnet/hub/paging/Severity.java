package org.ecgnet.hub.paging;

/** How deadly and how certain a red case is, worst first (CLINICAL 2.4 and 5). */
public enum Severity {
    /** Machine-certain, and no minute to lose: asystole, ventricular fibrillation, polymorphic VT. */
    LETHAL,
    /** Machine-certain and deadly. */
    HARD,
    /** Red by rule, to be confirmed by a person. */
    SUSPECTED;

    public Severity worse(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** True for what the machine is certain of. */
    public boolean certain() {
        return this != SUSPECTED;
    }
}
