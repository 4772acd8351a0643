package org.ecgnet.sim.heart;

/** What a part of a beat belongs to. */
enum WaveKind {
    P,
    QRS,
    ST,
    T,
    U,
    SPIKE
}
