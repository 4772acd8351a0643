package org.ecgnet.sim.heart;

/**
 * A beat, or an atrial wave of its own.
 *
 * @param atMillis of the R reference, or of the P peak, from the start
 * @param ventricular true when the ventricles beat
 */
record HeartEvent(double atMillis, Morphology shape, boolean ventricular) {}
