package org.ecgnet.triage.measure;

import java.util.OptionalInt;

/**
 * Where the waves of a median beat begin and end over all leads, in samples of the median beat.
 *
 * @param pOn empty when no P wave stands out
 * @param pOff empty likewise
 * @param pPeak empty likewise
 * @param qrsOn the second earliest onset of the leads
 * @param qrsOff the second latest offset of the leads
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
