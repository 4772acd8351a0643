package org.ecgnet.sim.heart;

/** Onset, peak and offset in milliseconds. */
public record WaveSpan(double onMillis, double peakMillis, double offMillis) {

    public double lastingMillis() {
        return offMillis - onMillis;
    }

    WaveSpan moved(double millis) {
        return new WaveSpan(onMillis + millis, peakMillis + millis, offMillis + millis);
    }
}
