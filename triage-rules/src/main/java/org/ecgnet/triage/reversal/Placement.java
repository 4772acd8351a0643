package org.ecgnet.triage.reversal;

import java.util.Optional;

/**
 * How the electrodes seem to lie.
 *
 * @param reversal two of them exchanged
 * @param mirrored P, QRS and the chest leads point to the right: rather the heart lies there than that arms are exchanged
 * @param armsOnLegs lead I flat beside living II and III: both arm electrodes seem to be on the legs
 */
public record Placement(Optional<LeadReversal> reversal, boolean mirrored, boolean armsOnLegs) {

    /** Nothing speaks against it that every electrode is where it belongs. */
    public static final Placement RIGHT = new Placement(Optional.empty(), false, false);

    static final Placement MIRRORED = new Placement(Optional.empty(), true, false);
    static final Placement ARMS_ON_LEGS = new Placement(Optional.empty(), false, true);

    static Placement exchanged(ElectrodeSwap swap, double score) {
        return new Placement(Optional.of(new LeadReversal(swap, score)), false, false);
    }
}
