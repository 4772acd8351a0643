package org.ecgnet.sim.fault;

/** How the line is at a moment of a fault plan. */
public enum LineState {
    CONNECTED,
    /** Nothing comes; what the unit says waits. */
    STALLED,
    UNPLUGGED
}
