package org.ecgnet.sim.heart;

/** Where a beat came from. */
public enum BeatLabel {
    SINUS,
    ATRIAL_OTHER,
    JUNCTIONAL_ESCAPE,
    VENTRICULAR,
    PACED
}
