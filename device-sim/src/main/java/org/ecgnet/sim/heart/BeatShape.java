package org.ecgnet.sim.heart;

import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;

/**
 * The truth of one kind of beat, computed from its waves without noise and neighbours; times in milliseconds from the
 * beat's reference.
 *
 * <p>Rules: the QRS lasts from the first to the last half millisecond at which the QRS waves alone exceed 20 microvolts
 * in any of the twelve leads; P and T from the first to the last at which their waves alone exceed 5 % of their own
 * largest value in any lead; a peak is where the sum of squares over the eight independent leads is greatest.
 *
 * @param stMicrovolts level of all waves at J less that at the QRS onset, by standard lead
 */
public record BeatShape(
        BeatLabel label,
        Optional<WaveSpan> p,
        Optional<WaveSpan> qrs,
        Optional<WaveSpan> t,
        Map<Lead, Double> stMicrovolts) {

    public BeatShape {
        stMicrovolts = Map.copyOf(stMicrovolts);
    }

    /** ST level at the J point in microvolts. */
    public double stMicrovolts(Lead lead) {
        return stMicrovolts.getOrDefault(lead, 0.0);
    }
}
