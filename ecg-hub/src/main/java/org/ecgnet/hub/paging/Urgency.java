package org.ecgnet.hub.paging;

/** How loudly somebody is told. */
public enum Urgency {
    /** Shown on a screen, with a short sound. */
    PUSH,
    /** Made to wake a sleeping person: telephone call and text message. */
    RING;

    public Urgency louder(Urgency other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
