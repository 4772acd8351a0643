package org.ecgnet.ops.evaluate.result;

/**
 * A beat and its class.
 *
 * @param r sample of R in the record
 * @param beatClass N, V, S, P (paced) or Q (none of these)
 */
public record ClassedBeat(int r, char beatClass) {}
