package org.ecgnet.triage.measure;

import java.util.EnumMap;
import java.util.Map;
import org.ecgnet.ecg.Lead;

/** QT lead by lead: from the QRS onset over all leads to the end of T in one. */
public final class LeadQt {

    /** An end of T behind that over all leads by more than this is another wave's. */
    private static final int BEHIND_MILLIS = 60;

    private LeadQt() {}

    /** Milliseconds, in the leads that show a T; empty without a median beat or an end of T over all leads. */
    public static Map<Lead, Double> millis(MeasuredEcg ecg) {
        Map<Lead, Double> found = new EnumMap<>(Lead.class);
        if (ecg.medianBeat().isEmpty()
                || ecg.waves().isEmpty()
                || ecg.waves().get().tOff().isEmpty()) {
            return found;
        }
        MedianBeat beat = ecg.medianBeat().get();
        Delineation waves = ecg.waves().get();
        int last = Math.min(
                beat.length() - 2, waves.tOff().getAsInt() + beat.rate().samplesIn(BEHIND_MILLIS));
        for (int k = 0; k < beat.leads().size(); k++) {
            int[] t = new LeadTrace(beat.rate(), beat.microvolts()[k], beat.r())
                    .tWave(waves.qrsOn(), waves.qrsOff(), last);
            if (t[1] >= 0) {
                found.put(beat.leads().get(k), ecg.millis(waves.qrsOn(), t[1]));
            }
        }
        return found;
    }
}
