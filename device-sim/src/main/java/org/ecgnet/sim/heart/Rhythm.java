package org.ecgnet.sim.heart;

/** When the heart beats, and how; without end. */
interface Rhythm {

    /** The next event; never earlier than the one before. */
    HeartEvent next();
}
