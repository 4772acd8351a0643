package org.ecgnet.sim.heart;

import java.util.Optional;

/**
 * One beat of a recording; times in milliseconds from its first sample.
 *
 * @param atMillis the beat's reference
 */
public record BeatTruth(double atMillis, BeatShape shape) {

    public Optional<WaveSpan> p() {
        return shape.p().map(span -> span.moved(atMillis));
    }

    /** Its offset is the J point. */
    public WaveSpan qrs() {
        return shape.qrs().orElseThrow().moved(atMillis);
    }

    public Optional<WaveSpan> t() {
        return shape.t().map(span -> span.moved(atMillis));
    }
}
