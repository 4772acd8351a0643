package org.ecgnet.sim.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Regular rhythms whose beats change from one to the next, by turns or by groups. */
final class ChamberRhythms {

    private static final double DEVIATION = .006;

    private final Random chance;

    ChamberRhythms(Random chance) {
        this.chance = chance;
    }

    /** T of every second beat at a third of its height. */
    Rhythm alternatingT() {
        return turns(92, ElectrolyteMorphologies.withT(1.15), ElectrolyteMorphologies.withT(.35));
    }

    /** QRS of every second beat at two thirds of its height. */
    Rhythm alternatingQrs() {
        return turns(118, ChamberMorphologies.inFluid(1), ChamberMorphologies.inFluid(.62));
    }

    /** Three beats with the right bundle blocked, three with the left. */
    Rhythm alternatingBlock() {
        return turns(
                70,
                Morphologies.rbbb(),
                Morphologies.rbbb(),
                Morphologies.rbbb(),
                Morphologies.lbbb(),
                Morphologies.lbbb(),
                Morphologies.lbbb());
    }

    /** Sinus rhythm under too little potassium with early wide beats of two shapes. */
    Rhythm hypokalaemiaWithEctopy() {
        double between = 60_000.0 / 72;
        Morphology own = personal(ElectrolyteMorphologies.hypokalaemia(), between);
        Morphology one = personal(Morphologies.prematureBeat(), between);
        Morphology other = personal(Morphologies.vt(), between);
        List<HeartEvent> events = List.of(
                new HeartEvent(0, own, true),
                new HeartEvent(between, own, true),
                new HeartEvent(1.66 * between, one, true),
                new HeartEvent(3 * between, own, true),
                new HeartEvent(4 * between, own, true),
                new HeartEvent(4.66 * between, other, true));
        return new Cycle(6 * between, .01, events, chance);
    }

    private Rhythm turns(double perMinute, Morphology... shapes) {
        double between = 60_000 / perMinute;
        long seed = chance.nextLong();
        List<HeartEvent> events = new ArrayList<>();
        for (int k = 0; k < shapes.length; k++) {
            // one heart: what is its own is the same in every shape
            Morphology shape = stretched(Morphologies.personal(shapes[k], new Random(seed)), between);
            events.add(new HeartEvent(k * between, shape, true));
        }
        return new Cycle(shapes.length * between, DEVIATION, events, chance);
    }

    private Morphology personal(Morphology shape, double rrMillis) {
        return stretched(Morphologies.personal(shape, chance), rrMillis);
    }

    private static Morphology stretched(Morphology shape, double rrMillis) {
        return shape.repolarising(Math.max(.62, Math.min(1.14, StrictMath.cbrt(rrMillis / 1000))));
    }
}
