package org.ecgnet.triage.reversal;

/**
 * An exchange of electrodes that explains the recording better than none.
 *
 * @param swap the likeliest one
 * @param score 0.5 to 1, how sure
 */
public record LeadReversal(ElectrodeSwap swap, double score) {

    public LeadReversal {
        if (!(score >= 0.5 && score <= 1)) {
            throw new IllegalArgumentException("score: " + score + " (expected: 0.5..1)");
        }
    }

    /** True when it cannot be told from a change of the heart's position: to be checked, not asserted. */
    public boolean possibleOnly() {
        return swap.possibleOnly();
    }
}
