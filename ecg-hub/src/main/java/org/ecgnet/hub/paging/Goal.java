package org.ecgnet.hub.paging;

/** What ends a rung's work. */
public enum Goal {
    /** A named physician has read the finding back. */
    ACKNOWLEDGED,
    /** Somebody has written down what is done with the patient. */
    DISPOSED,
    /** The clinic has confirmed that it saw the result. */
    CLINIC_SAW,
    /** A person at 120 has accepted the case, or the dispatch was cancelled. */
    DISPATCH_ANSWERED
}
