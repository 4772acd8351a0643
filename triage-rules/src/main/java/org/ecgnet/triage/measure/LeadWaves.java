package org.ecgnet.triage.measure;

/**
 * Waves of one lead of a beat, in samples; -1 for a boundary that was not found.
 *
 * @param pMicrovolts size of P against the level around it; 0 when absent
 * @param tMicrovolts size of T against the level at the QRS onset; 0 when absent
 */
public record LeadWaves(
        int pOn,
        int pPeak,
        int pOff,
        int qrsOn,
        int qrsOff,
        int tPeak,
        int tOff,
        double pMicrovolts,
        double tMicrovolts) {}
