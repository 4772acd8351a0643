package org.ecgnet.sim.heart;

import org.ecgnet.ecg.Recording;

/** A recording and the truth about it. */
public record SimulatedEcg(Recording recording, HeartTruth truth) {}
