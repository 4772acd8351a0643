package org.ecgnet.hub.paging;

/**
 * One line of the ladder.
 *
 * @param name lower case with hyphens; stored, so never given a new meaning
 * @param goal what ends it
 * @param heldByAccepting true when it waits while somebody who accepted the case reads it
 * @param scope how often it may start
 */
public record Rung(
        String name, Recipient to, Urgency urgency, Goal goal, boolean heldByAccepting, Scope scope, Timing timing) {

    /** How often a rung may start. */
    public enum Scope {
        /** Anew whenever the case pages anew. */
        ROUND,
        /** Once a dispatch, however often the case pages; anew after a dispatch was cancelled. */
        DISPATCH
    }
}
