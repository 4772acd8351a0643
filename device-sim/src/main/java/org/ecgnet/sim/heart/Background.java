package org.ecgnet.sim.heart;

import static org.ecgnet.sim.heart.LeadVector.dipole;
import static org.ecgnet.sim.heart.LeadVector.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What goes on between and without beats: fibrillation and flutter waves. A sum of oscillations whose phase and size
 * wander, each along its own direction; a pure function of time once made.
 */
final class Background {

    private static final double TWO_PI = 2 * Math.PI;

    /** One oscillation: {@code size * (1 + depth sin slow) * sin(2 pi f t + swing sin slower)}. */
    private record Oscillation(
            double[] microvolts,
            double hertz,
            double phase,
            double depth,
            double depthHertz,
            double swing,
            double swingHertz,
            double slowPhase) {

        double at(double seconds) {
            double slow = StrictMath.sin(TWO_PI * depthHertz * seconds + slowPhase);
            double turn = swing * StrictMath.sin(TWO_PI * swingHertz * seconds + 2 * slowPhase);
            return (1 + depth * slow) * StrictMath.sin(TWO_PI * hertz * seconds + phase + turn);
        }
    }

    private final List<Oscillation> oscillations;

    private Background(List<Oscillation> oscillations) {
        this.oscillations = List.copyOf(oscillations);
    }

    static Background of(Scenario scenario, Random chance) {
        return new Background(
                switch (scenario) {
                    case AF, PRE_EXCITED_AF -> fibrillatingAtria(chance);
                    case FLUTTER, FLUTTER_VARIABLE -> flutter();
                    case VF -> fibrillatingVentricles(chance);
                    case POLYMORPHIC_VT -> twisting(chance);
                    default -> List.of();
                });
    }

    void add(double millis, double[] eight) {
        for (Oscillation one : oscillations) {
            double size = one.at(millis / 1000);
            for (int lead = 0; lead < eight.length; lead++) {
                eight[lead] += size * one.microvolts()[lead];
            }
        }
    }

    private static Oscillation wandering(double[] microvolts, double hertz, double swing, Random chance) {
        return new Oscillation(
                microvolts,
                hertz,
                TWO_PI * chance.nextDouble(),
                .45,
                .3 + .5 * chance.nextDouble(),
                swing,
                .4 + .5 * chance.nextDouble(),
                TWO_PI * chance.nextDouble());
    }

    /** Waves of 5 to 8 Hz, largest in V1, then II. */
    private static List<Oscillation> fibrillatingAtria(Random chance) {
        List<Oscillation> waves = new ArrayList<>();
        for (double hertz : new double[] {5.3, 6.1, 6.7, 7.6}) {
            double tilt = chance.nextGaussian() * 8;
            waves.add(wandering(
                    leads(8, 24 + tilt, 46 - tilt, 26, 14 + tilt, 9, 7, 6),
                    hertz + .4 * chance.nextDouble(),
                    1.4,
                    chance));
        }
        return waves;
    }

    /** A saw of 300/min, falling slowly in II and rising in V1. */
    private static List<Oscillation> flutter() {
        List<Oscillation> waves = new ArrayList<>();
        for (int harmonic = 1; harmonic <= 5; harmonic++) {
            double part = 1.0 / harmonic;
            waves.add(new Oscillation(
                    leads(12 * part, -105 * part, 75 * part, 35 * part, 5 * part, -12 * part, -20 * part, -25 * part),
                    5.0 * harmonic,
                    harmonic * 1.1,
                    0,
                    .1,
                    0,
                    .1,
                    0));
        }
        return waves;
    }

    private static List<Oscillation> fibrillatingVentricles(Random chance) {
        List<Oscillation> waves = new ArrayList<>();
        for (double hertz : new double[] {3.7, 4.4, 5.1, 5.6, 6.4}) {
            waves.add(wandering(
                    dipole(.20 * chance.nextGaussian(), .24 * chance.nextGaussian(), .17 * chance.nextGaussian()),
                    hertz + .4 * chance.nextDouble(),
                    2.2,
                    chance));
        }
        for (int lead = 0; lead < LeadVector.LEADS; lead++) {
            double[] own = new double[LeadVector.LEADS];
            own[lead] = 90;
            waves.add(wandering(own, 3.5 + 3.5 * chance.nextDouble(), 2.5, chance));
        }
        return waves;
    }

    /** About 230/min; two directions whose sizes rise and fall in turn, so that the axis twists within 1.5 s. */
    private static List<Oscillation> twisting(Random chance) {
        double phase = TWO_PI * chance.nextDouble();
        double hertz = 3.85;
        double turn = .33;
        List<Oscillation> waves = new ArrayList<>();
        double[][] directions = {dipole(.75, .85, -.15), dipole(-.35, .55, .62)};
        for (int direction = 0; direction < 2; direction++) {
            for (int side = -1; side <= 1; side += 2) {
                double[] half = directions[direction].clone();
                for (int lead = 0; lead < half.length; lead++) {
                    half[lead] *= .62;
                }
                double[] second = half.clone();
                for (int lead = 0; lead < second.length; lead++) {
                    second[lead] *= .22;
                }
                double start = phase + side * direction * Math.PI / 2;
                waves.add(new Oscillation(half, hertz + side * turn, start, .12, .21, .25, .5, phase));
                waves.add(new Oscillation(second, 2 * hertz + side * turn, start + 1, .12, .21, .25, .5, phase));
            }
        }
        return waves;
    }
}
