package org.ecgnet.triage.accuracy;

import java.util.Collections;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.triage.reversal.ElectrodeSwap;

/** A real recording as it would have been with two electrodes exchanged: simulated truth on real signals. */
final class Swapped {

    private Swapped() {}

    /** The eight leads with the electrodes exchanged, at 1 uV a count. */
    static Recording of(Recording correct, ElectrodeSwap swap) {
        double[][] eight = Lead.INDEPENDENT_8.stream()
                .map(lead -> correct.waveform().microvolts(lead).orElseThrow())
                .toArray(double[][]::new);
        int[][] counts = new int[eight.length][eight[0].length];
        double[] instant = new double[eight.length];
        for (int n = 0; n < eight[0].length; n++) {
            for (int lead = 0; lead < eight.length; lead++) {
                instant[lead] = eight[lead][n];
            }
            double[] recorded = swap.of(instant);
            for (int lead = 0; lead < eight.length; lead++) {
                counts[lead][n] = (int) Math.round(recorded[lead]);
            }
        }
        return new Recording(
                correct.startedAt(),
                new Waveform(
                        correct.waveform().rate(),
                        Lead.INDEPENDENT_8,
                        Collections.nCopies(eight.length, LeadScale.MICROVOLT),
                        counts),
                correct.marks());
    }
}
