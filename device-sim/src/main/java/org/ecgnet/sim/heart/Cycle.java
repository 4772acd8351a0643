package org.ecgnet.sim.heart;

import java.util.List;
import java.util.Random;

/** Events that come again and again in one order, such as the beats and the blocked P wave of a Wenckebach period. */
final class Cycle implements Rhythm {

    private final double millis;
    private final double deviation;
    private final List<HeartEvent> events;
    private final Random chance;
    private double start;
    private int next;

    /**
     * Under way at any point of itself when the recording begins.
     *
     * @param millis length of a cycle
     * @param deviation standard deviation of that length, as a share of it
     * @param events of one cycle by their times, those within it
     */
    Cycle(double millis, double deviation, List<HeartEvent> events, Random chance) {
        this.millis = millis;
        this.deviation = deviation;
        this.events = List.copyOf(events);
        this.chance = chance;
        this.start = -millis * chance.nextDouble();
    }

    @Override
    public HeartEvent next() {
        if (next == events.size()) {
            next = 0;
            start += millis * (1 + deviation * chance.nextGaussian());
        }
        HeartEvent event = events.get(next++);
        return new HeartEvent(start + event.atMillis(), event.shape(), event.ventricular());
    }
}
