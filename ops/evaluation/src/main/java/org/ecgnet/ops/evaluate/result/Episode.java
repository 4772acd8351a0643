package org.ecgnet.ops.evaluate.result;

/**
 * A stretch of one rhythm.
 *
 * @param code AF, AFL, SVT, VT, VF, ASYSTOLE, PAUSE, AVB2, AVB3, PACED or NOISE
 * @param from its first sample
 * @param to the sample after its last
 */
public record Episode(String code, int from, int to) {}
