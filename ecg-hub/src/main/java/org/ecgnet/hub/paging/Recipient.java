package org.ecgnet.hub.paging;

/** Whom a step concerns; the roster knows who that is at the moment. */
public enum Recipient {
    /** Whoever reads at the centre; told first, and never instead of anybody. */
    READER,
    /** The cardiologist on call. */
    TIER_1,
    /** The second cardiologist. */
    TIER_2,
    /** The head of department and the officer on general duty, all at once. */
    TIER_3,
    /** The clinic that recorded the ECG. */
    CLINIC,
    /** The township hospital above that clinic. */
    TOWNSHIP,
    /** The emergency dispatch centre, 120. */
    DISPATCH,
    /** Whoever is at the centre's console: to speak to the dispatcher by telephone. */
    CENTRE
}
