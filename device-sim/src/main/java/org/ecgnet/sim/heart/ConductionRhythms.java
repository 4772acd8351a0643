package org.ecgnet.sim.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sinus rhythms of which the AV node passes some beats late or not at all, and ventricles or pacemakers that add their own. */
final class ConductionRhythms {

    /** A P wave that no beat follows. */
    private static final double BLOCKED = Double.NaN;

    /** P peak to R of the normal beat. */
    private static final double USUAL = 160;

    private static final double DEVIATION = .006;

    private final Random chance;

    ConductionRhythms(Random chance) {
        this.chance = chance;
    }

    Rhythm firstDegree() {
        return sinus(70, 260);
    }

    Rhythm wenckebach() {
        return sinus(78, 170, 250, 285, BLOCKED);
    }

    Rhythm mobitzTwo() {
        return sinus(80, USUAL, USUAL, USUAL, BLOCKED);
    }

    Rhythm twoToOne() {
        return sinus(88, USUAL, BLOCKED);
    }

    Rhythm threeToOne() {
        return sinus(120, USUAL, BLOCKED, BLOCKED);
    }

    /** @param delays P peak to R of one beat after the other, in milliseconds; {@link #BLOCKED} drops the beat */
    private Rhythm sinus(double perMinute, double... delays) {
        double between = 60_000 / perMinute;
        Morphology own =
                stretched(between, Morphologies.personal(Morphologies.normalWithoutP(BeatLabel.SINUS), chance));
        List<HeartEvent> events = new ArrayList<>();
        for (int k = 0; k < delays.length; k++) {
            events.add(
                    Double.isNaN(delays[k])
                            ? new HeartEvent(k * between, lone(Morphologies.sinusP(0), BeatLabel.SINUS), false)
                            : new HeartEvent(k * between + delays[k], own.with(Morphologies.sinusP(-delays[k])), true));
        }
        return new Cycle(delays.length * between, DEVIATION, events, chance);
    }

    Rhythm bigeminy() {
        double between = 60_000.0 / 72;
        return new Cycle(2 * between, .01, List.of(normal(0, between), premature(.62 * between, between)), chance);
    }

    /** Five wide beats at 170/min in every 8 s of sinus rhythm. */
    Rhythm shortRuns() {
        double between = 800;
        List<HeartEvent> events = new ArrayList<>();
        Morphology normal = stretched(between, Morphologies.personal(Morphologies.normal(), chance));
        Morphology wide = stretched(353, Morphologies.personal(Morphologies.notchedPrematureBeat(), chance));
        for (int k = 0; k < 6; k++) {
            events.add(new HeartEvent(k * between, normal, true));
        }
        for (int k = 0; k < 5; k++) {
            events.add(new HeartEvent(5 * between + 430 + k * 353.0, wide, true));
        }
        return new Cycle(5 * between + 430 + 4 * 353 + 900, .004, events, chance);
    }

    /** Every second beat is followed by a wide one that begins on the T wave. */
    Rhythm onTheT() {
        double between = 60_000.0 / 56;
        List<HeartEvent> events = new ArrayList<>();
        Morphology normal = stretched(between, Morphologies.personal(Morphologies.normal(), chance));
        Morphology wide = stretched(between, Morphologies.personal(Morphologies.notchedPrematureBeat(), chance));
        for (int k = 0; k < 2; k++) {
            events.add(new HeartEvent(k * between, normal, true));
        }
        events.add(new HeartEvent(between + 400, wide, true));
        return new Cycle(3 * between, .006, events, chance);
    }

    /** Ventricular pacing at 70/min; four pulses in a row of every eleven capture nothing. */
    Rhythm lostCapture() {
        double between = 60_000.0 / 70;
        List<HeartEvent> events = new ArrayList<>();
        Morphology captured = stretched(between, Morphologies.personal(Morphologies.paced(), chance));
        Morphology pulse = lone(
                captured.waves().stream()
                        .filter(wave -> wave.kind() == WaveKind.SPIKE)
                        .toList(),
                BeatLabel.PACED);
        for (int k = 0; k < 11; k++) {
            events.add(new HeartEvent(k * between, k < 7 ? captured : pulse, k < 7));
        }
        return new Cycle(11 * between, 0, events, chance);
    }

    private HeartEvent normal(double at, double between) {
        return new HeartEvent(at, stretched(between, Morphologies.personal(Morphologies.normal(), chance)), true);
    }

    private HeartEvent premature(double at, double between) {
        return new HeartEvent(
                at, stretched(between, Morphologies.personal(Morphologies.notchedPrematureBeat(), chance)), true);
    }

    private static Morphology lone(List<Wave> waves, BeatLabel label) {
        return new Morphology(label, waves, 0);
    }

    /** QT after Fridericia. */
    private static Morphology stretched(double rrMillis, Morphology shape) {
        return shape.repolarising(Math.max(.62, Math.min(1.14, StrictMath.cbrt(rrMillis / 1000))));
    }
}
