package org.ecgnet.hub.report;

/** What a reader does with a claim of the machine. */
public enum Decision {
    ACCEPTED,
    /** It is so, in other words. */
    EDITED,
    REJECTED
}
