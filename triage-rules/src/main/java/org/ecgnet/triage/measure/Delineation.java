package org.ecgnet.triage.measure;

import java.util.OptionalInt;

/**
 * Where the waves of a median beat begin and end over all leads, in samples of the median beat.
 *
 * @param pOn empty when no P wave stands out
 * @param pOff empty likewise
 * @param pPeak empty likewise
 * @param qrsOn where the path of all leads leaves its level
 * @param qrsOff where the slope of all leads turns into that of ST: the J point
 * @param tOff empty when no T wave stands out
 */
public record Delineation(
        OptionalInt pOn,
        OptionalInt pPeak,
        OptionalInt pOff,
        int qrsOn,
        int qrsOff,
        OptionalInt tPeak,
        OptionalInt tOff) {}
