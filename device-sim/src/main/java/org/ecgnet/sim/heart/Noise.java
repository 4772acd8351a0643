package org.ecgnet.sim.heart;

import java.util.Random;
import org.ecgnet.ecg.SampleRate;

/** Independent noise of each of the eight leads, moment after moment. */
final class Noise {

    private static final double TWO_PI = 2 * Math.PI;
    private static final double MAINS_HERTZ = 50.02;

    private final Random chance;
    private final NoiseLevel level;
    private final double[] wanderGain = new double[LeadVector.LEADS];
    private final double[] mainsGain = new double[LeadVector.LEADS];
    private final double[] tremorBefore = new double[LeadVector.LEADS];
    private final double[] motion = new double[LeadVector.LEADS];
    private final double[] motionSlow = new double[LeadVector.LEADS];
    private final double breathPhase;
    private final double motionKeep;

    Noise(NoiseLevel level, SampleRate rate, Random chance) {
        this.level = level;
        this.chance = chance;
        for (int lead = 0; lead < LeadVector.LEADS; lead++) {
            wanderGain[lead] = .5 + chance.nextDouble();
            mainsGain[lead] = .5 + chance.nextDouble();
        }
        breathPhase = TWO_PI * chance.nextDouble();
        motionKeep = StrictMath.exp(-TWO_PI * 3 / rate.hertz());
    }

    void add(double millis, double[] eight) {
        double seconds = millis / 1000;
        double breath = StrictMath.sin(TWO_PI * .24 * seconds + breathPhase);
        double drift = StrictMath.sin(TWO_PI * .07 * seconds + 2 * breathPhase);
        double mains = StrictMath.sin(TWO_PI * MAINS_HERTZ * seconds);
        double clench = .6 + .4 * StrictMath.sin(TWO_PI * .31 * seconds + breathPhase);
        for (int lead = 0; lead < eight.length; lead++) {
            eight[lead] += level.hiss() * chance.nextGaussian()
                    + level.wander() * wanderGain[lead] * (.7 * breath + .3 * drift)
                    + level.mains() * mainsGain[lead] * mains
                    + tremor(lead) * clench
                    + motion(lead);
        }
    }

    /** The first difference of white noise has little below 20 Hz. */
    private double tremor(int lead) {
        if (level.tremor() == 0) {
            return 0;
        }
        double white = chance.nextGaussian();
        double tremor = level.tremor() / Math.sqrt(2) * (white - tremorBefore[lead]);
        tremorBefore[lead] = white;
        return tremor;
    }

    /** White noise low-passed at 3 Hz, its slowest part taken away. */
    private double motion(int lead) {
        if (level.motion() == 0) {
            return 0;
        }
        double drive = Math.sqrt(1 - motionKeep * motionKeep) * chance.nextGaussian();
        motion[lead] = motionKeep * motion[lead] + drive;
        motionSlow[lead] += (motion[lead] - motionSlow[lead]) * (1 - motionKeep) / 8;
        return level.motion() * (motion[lead] - motionSlow[lead]);
    }
}
