package org.ecgnet.hub.dispatch;

/** How far a dispatch has come. */
public enum DispatchState {
    /** Written down, on its way. */
    SENT,
    /** The dispatch centre's server has it; nobody may have looked. */
    RECEIVED,
    /** A person there took it. */
    ACCEPTED,
    /** The ambulance is out. */
    DISPATCHED,
    /** The ambulance is with the patient. */
    ARRIVED,
    /** Called off, here or there. */
    CANCELLED;

    /** True when a person at the dispatch centre has taken it. */
    public boolean taken() {
        return this == ACCEPTED || this == DISPATCHED || this == ARRIVED;
    }

    /** True when going from here to {@code next} goes forward; nothing leaves {@link #CANCELLED}. */
    public boolean mayBecome(DispatchState next) {
        return this != CANCELLED && next.compareTo(this) > 0 && !(this == ARRIVED && next == CANCELLED);
    }
}
