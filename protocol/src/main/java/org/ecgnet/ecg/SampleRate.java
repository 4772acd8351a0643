package org.ecgnet.ecg;

import java.time.Duration;

/**
 * Samples of one lead in a second.
 *
 * @param hertz 1 to 32,000
 */
public record SampleRate(int hertz) {

    public SampleRate {
        if (hertz < 1 || hertz > 32_000) {
            throw new IllegalArgumentException("hertz: " + hertz + " (expected: 1..32000)");
        }
    }

    /** How long so many samples last, to the nanosecond below. */
    public Duration lasting(long samples) {
        return Duration.ofSeconds(samples / hertz, samples % hertz * 1_000_000_000L / hertz);
    }

    /** The time of a sample from the start, in milliseconds. */
    public double millisAt(double sample) {
        return sample * 1000.0 / hertz;
    }

    /** How many samples fit in so many milliseconds, rounded to the nearest. */
    public int samplesIn(double millis) {
        return (int) Math.round(millis * hertz / 1000.0);
    }
}
