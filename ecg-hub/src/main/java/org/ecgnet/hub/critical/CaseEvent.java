package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the register: who did what, and when. Appended, never changed.
 *
 * @param by a person's name, or what acted on its own
 * @param detail in words; never a patient's name or number
 */
public record CaseEvent(UUID caseId, Kind kind, String by, String detail, Instant at) {

    /** What happened. */
    public enum Kind {
        OPENED,
        READING_ADDED,
        PAGED_ANEW,
        STEP,
        NOBODY_TO_PAGE,
        /** A tier did not answer for itself: who was told in its place. */
        STOOD_IN,
        DELIVERED,
        DELIVERY_FAILED,
        /** What a gateway said of a page afterwards. */
        RECEIPT,
        CONFIRMED,
        ACCEPTED,
        READ_BACK_REFUSED,
        ACKNOWLEDGED,
        DISPOSED,
        CLINIC_SAW,
        CLINIC_TOLD,
        DISPATCH_ORDERED,
        DISPATCH_SENT,
        DISPATCH_ANSWERED,
        DISPATCH_CANCELLED,
        LOWERED,
        CLOSED
    }
}
