package org.ecgnet.hub.fiducial;

/**
 * Why marks were not kept; nothing was changed.
 *
 * @param chinese for the reader
 * @param english the same
 */
public record MarkRefusal(Reason reason, String chinese, String english) {

    /** Kinds of refusals. */
    public enum Reason {
        NO_SUCH_EXAM,
        NO_BEAT,
        STALE,
        UNCHANGED,
        QRS_MISSING,
        OUTSIDE,
        ORDER
    }
}
