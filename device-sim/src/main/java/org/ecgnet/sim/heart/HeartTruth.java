package org.ecgnet.sim.heart;

import java.util.List;
import java.util.Set;

/**
 * Everything that is true of a simulated recording.
 *
 * @param labels what the heart and the recording show
 * @param beats the ventricular beats whose R lies within the recording, in order; none in fibrillation
 * @param freeAtrialMillis peaks of P waves that no beat of {@code beats} belongs to
 */
public record HeartTruth(
        Scenario scenario, Set<HeartLabel> labels, List<BeatTruth> beats, List<Double> freeAtrialMillis) {

    public HeartTruth {
        labels = Set.copyOf(labels);
        beats = List.copyOf(beats);
        freeAtrialMillis = List.copyOf(freeAtrialMillis);
    }
}
