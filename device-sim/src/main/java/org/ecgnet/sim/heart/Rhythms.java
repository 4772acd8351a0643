package org.ecgnet.sim.heart;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The rhythm of each scenario. */
final class Rhythms {

    /** Asystole begins after so many milliseconds. */
    static final double BEFORE_ASYSTOLE = 3000;

    private static final double NEVER = Double.MAX_VALUE;
    private static final double STRETCH_STEP = 0.02;

    private final Random chance;
    private final IdentityHashMap<Morphology, Map<Integer, Morphology>> stretched = new IdentityHashMap<>();

    private Rhythms(Random chance) {
        this.chance = chance;
    }

    static Rhythm of(Scenario scenario, Random chance) {
        return new Rhythms(chance).rhythm(scenario);
    }

    private Rhythm rhythm(Scenario scenario) {
        return switch (scenario) {
            case NORMAL, LA_RA_SWAP, NOISY, LEAD_OFF -> sinus(72, Morphologies.normal());
            case SINUS_BRADYCARDIA -> sinus(44, Morphologies.normal());
            case SINUS_TACHYCARDIA -> sinus(118, Morphologies.normal());
            case ANTERIOR_STEMI -> sinus(92, Morphologies.anteriorStemi());
            case INFERIOR_STEMI -> sinus(64, Morphologies.inferiorStemi());
            case LBBB -> sinus(76, Morphologies.lbbb());
            case RBBB -> sinus(74, Morphologies.rbbb());
            case LONG_QT -> sinus(64, Morphologies.longQt());
            case HYPERKALAEMIA -> sinus(58, Morphologies.hyperkalaemia());
            case AF -> irregular(92);
            case FLUTTER -> steady(400, 0, Morphologies.normalWithoutP(BeatLabel.ATRIAL_OTHER));
            case SVT -> steady(60_000.0 / 186, .002, Morphologies.svt());
            case PACED -> steady(60_000.0 / 70, 0, Morphologies.paced());
            case VT -> both(steady(60_000.0 / 182, .008, Morphologies.vt()), atria(83));
            case POLYMORPHIC_VT, VF -> () -> new HeartEvent(NEVER, Morphologies.vt(), false);
            case ASYSTOLE -> until(BEFORE_ASYSTOLE, sinus(58, Morphologies.normal()));
            case PAUSES -> pausing();
            case COMPLETE_AV_BLOCK ->
                both(steady(60_000.0 / 32, .006, Morphologies.normalWithoutP(BeatLabel.JUNCTIONAL_ESCAPE)), atria(82));
            case ECTOPY -> ectopy();
            case FIRST_DEGREE_AV_BLOCK -> new ConductionRhythms(chance).firstDegree();
            case WENCKEBACH -> new ConductionRhythms(chance).wenckebach();
            case MOBITZ_II -> new ConductionRhythms(chance).mobitzTwo();
            case TWO_TO_ONE_AV_BLOCK -> new ConductionRhythms(chance).twoToOne();
            case HIGH_GRADE_AV_BLOCK -> new ConductionRhythms(chance).threeToOne();
            case BIGEMINY -> new ConductionRhythms(chance).bigeminy();
            case SHORT_VT -> new ConductionRhythms(chance).shortRuns();
            case R_ON_T -> new ConductionRhythms(chance).onTheT();
            case CAPTURE_FAILURE -> new ConductionRhythms(chance).lostCapture();
            case FLUTTER_VARIABLE -> flutterOfChangingRatio();
            case PRE_EXCITED_AF -> preExcited();
            case WPW -> sinus(74, ChamberMorphologies.preExcitation());
            case LAFB -> sinus(70, ChamberMorphologies.leftAnteriorBlock());
            case BIFASCICULAR_BLOCK -> sinus(68, ChamberMorphologies.bifascicular(-255));
            case ALTERNATING_BUNDLE_BRANCH_BLOCK -> new ChamberRhythms(chance).alternatingBlock();
            case LVH_STRAIN -> sinus(76, ChamberMorphologies.leftHypertrophy());
            case PULMONARY_EMBOLISM -> sinus(104, ChamberMorphologies.rightLoad());
            case TAMPONADE -> new ChamberRhythms(chance).alternatingQrs();
            case T_ALTERNANS -> new ChamberRhythms(chance).alternatingT();
            case SINE_WAVE -> steady(60_000.0 / 84, .004, ElectrolyteMorphologies.sineWave());
            case SINOVENTRICULAR -> steady(60_000.0 / 46, .01, ElectrolyteMorphologies.sinoventricular());
            case PEAKED_T -> sinus(74, ElectrolyteMorphologies.peakedT());
            case HYPOKALAEMIA -> sinus(66, ElectrolyteMorphologies.hypokalaemia());
            case HYPOKALAEMIA_ECTOPY -> new ChamberRhythms(chance).hypokalaemiaWithEctopy();
            case INFANT_SINUS -> sinus(145, ChamberMorphologies.infant());
            case INFANT_SVT -> steady(60_000.0 / 250, .003, ChamberMorphologies.infantWithoutP());
            case INFANT_BRADYCARDIA -> sinus(62, ChamberMorphologies.infant());
            case EXTENSIVE_STEMI,
                    SEPTAL_STEMI,
                    LATERAL_STEMI,
                    HIGH_LATERAL_STEMI,
                    LOW_STEMI,
                    POSTERIOR_STEMI,
                    INFEROPOSTERIOR_STEMI,
                    RIGHT_VENTRICULAR_STEMI,
                    LBBB_STEMI,
                    DE_WINTER -> sinus(anyRate(115), Infarctions.of(scenario, .8 + 1.7 * chance.nextDouble()));
            case WELLENS_A, WELLENS_B, PERICARDITIS, EARLY_REPOLARISATION, HYPERTROPHY_STRAIN, BRUGADA ->
                sinus(anyRate(95), StMimics.of(scenario, .8 + .6 * chance.nextDouble()));
        };
    }

    private double anyRate(double most) {
        return 52 + (most - 52) * chance.nextDouble();
    }

    private Morphology personal(Morphology shape) {
        return Morphologies.personal(shape, chance);
    }

    /** QT after Fridericia: as the cube root of the RR interval, within what ventricles do. */
    private Morphology at(double rrMillis, Morphology shape) {
        double stretch = Math.max(.62, Math.min(1.14, StrictMath.cbrt(rrMillis / 1000)));
        int step = (int) Math.round(stretch / STRETCH_STEP);
        return stretched
                .computeIfAbsent(shape, key -> new HashMap<>())
                .computeIfAbsent(step, key -> shape.repolarising(key * STRETCH_STEP));
    }

    private Rhythm beats(Morphology shape, DoubleUnaryOperator rrAfter) {
        return new Rhythm() {
            private double before = rrAfter.applyAsDouble(0);
            private double at = -before * chance.nextDouble(); // under way when the recording begins

            @Override
            public HeartEvent next() {
                HeartEvent beat = new HeartEvent(at, at(before, shape), true);
                before = rrAfter.applyAsDouble(at);
                at += before;
                return beat;
            }
        };
    }

    /** Breathing at 0.24 Hz and a little chance move the RR interval by some percent. */
    private Rhythm sinus(double perMinute, Morphology shape) {
        double mean = 60_000 / perMinute;
        return beats(
                personal(shape),
                at -> mean * (1 + .025 * StrictMath.sin(2 * Math.PI * .24 * at / 1000) + .008 * chance.nextGaussian()));
    }

    private Rhythm steady(double rrMillis, double deviation, Morphology shape) {
        return beats(personal(shape), at -> rrMillis * (1 + deviation * chance.nextGaussian()));
    }

    /** RR intervals without memory, log-normal about their mean, none below the node's refractory time. */
    private Rhythm irregular(double perMinute) {
        double mean = 60_000 / perMinute;
        double spread = .24;
        return beats(
                personal(Morphologies.normalWithoutP(BeatLabel.ATRIAL_OTHER)),
                at -> Math.max(330, mean * StrictMath.exp(spread * chance.nextGaussian() - spread * spread / 2)));
    }

    /** Every second to fourth flutter wave is passed on. */
    private Rhythm flutterOfChangingRatio() {
        return beats(
                personal(Morphologies.normalWithoutP(BeatLabel.ATRIAL_OTHER)), at -> 200.0 * (2 + chance.nextInt(3)));
    }

    /** Fibrillating atria over an accessory pathway: 205 ms and more between beats, each with another share of it. */
    private Rhythm preExcited() {
        List<Morphology> shapes =
                List.of(Morphologies.preExcited(.7), Morphologies.preExcited(1), Morphologies.preExcited(1.25));
        return new Rhythm() {
            private double before = 300;
            private double at = -300 * chance.nextDouble();

            @Override
            public HeartEvent next() {
                HeartEvent beat = new HeartEvent(at, at(before, shapes.get(chance.nextInt(shapes.size()))), true);
                before = Math.max(205, 295 * StrictMath.exp(.26 * chance.nextGaussian()));
                at += before;
                return beat;
            }
        };
    }

    private Rhythm atria(double perMinute) {
        Morphology p = new Morphology(BeatLabel.SINUS, Morphologies.sinusP(0), 0);
        double mean = 60_000 / perMinute;
        return new Rhythm() {
            private double at = mean * chance.nextDouble();

            @Override
            public HeartEvent next() {
                HeartEvent wave = new HeartEvent(at, p, false);
                at += mean * (1 + .01 * chance.nextGaussian());
                return wave;
            }
        };
    }

    private static Rhythm both(Rhythm one, Rhythm other) {
        return new Rhythm() {
            private HeartEvent first = one.next();
            private HeartEvent second = other.next();

            @Override
            public HeartEvent next() {
                if (first.atMillis() <= second.atMillis()) {
                    HeartEvent event = first;
                    first = one.next();
                    return event;
                }
                HeartEvent event = second;
                second = other.next();
                return event;
            }
        };
    }

    private static Rhythm until(double endMillis, Rhythm rhythm) {
        return () -> {
            HeartEvent event = rhythm.next();
            return event.atMillis() < endMillis ? event : new HeartEvent(NEVER, event.shape(), false);
        };
    }

    /** The sinus node rests for 5.4 s once in every 11 s. */
    private Rhythm pausing() {
        double mean = 60_000.0 / 66;
        return beats(
                personal(Morphologies.normal()),
                at -> at % 11_000 < 3500 && at % 11_000 > 3500 - mean * 1.02
                        ? 5400
                        : mean * (1 + .01 * chance.nextGaussian()));
    }

    /** Every third beat is premature at 56 % of the cycle, with a compensatory pause. */
    private Rhythm ectopy() {
        double mean = 60_000.0 / 74;
        List<Morphology> shapes = List.of(personal(Morphologies.normal()), personal(Morphologies.prematureBeat()));
        return new Rhythm() {
            private double cycle = -2 * mean * chance.nextDouble();
            private int beat;

            @Override
            public HeartEvent next() {
                int within = beat++ % 3;
                double at = cycle + (within == 2 ? 1.56 : within) * mean;
                if (within == 2) {
                    cycle += 3 * mean * (1 + .01 * chance.nextGaussian());
                }
                return new HeartEvent(at, at(mean, shapes.get(within == 2 ? 1 : 0)), true);
            }
        };
    }
}
