package org.ecgnet.sim.heart;

import static org.ecgnet.sim.heart.LeadVector.dipole;
import static org.ecgnet.sim.heart.LeadVector.leads;

import java.util.ArrayList;
import java.util.List;

/** Beats of hearts whose way of conduction, walls, load or size are not the usual; amplitudes by eye, as in {@link Morphologies}. */
final class ChamberMorphologies {

    private ChamberMorphologies() {}

    private static Wave q(double at, double sigma, double[] microvolts) {
        return new Wave(WaveKind.QRS, at, sigma, microvolts);
    }

    private static Wave t(double at, double sigma, double[] microvolts) {
        return new Wave(WaveKind.T, at, sigma, microvolts);
    }

    private static Morphology sinus(double pPeak, double tZero, List<Wave> more) {
        List<Wave> waves = new ArrayList<>(Morphologies.sinusP(pPeak));
        waves.addAll(more);
        return new Morphology(BeatLabel.SINUS, waves, tZero);
    }

    /** PR of about 110 ms and a delta wave over a left lateral pathway that slurs into the QRS. */
    static Morphology preExcitation() {
        return sinus(
                -146,
                80,
                List.of(
                        q(-44, 15, dipole(.16, .10, -.10)),
                        q(-16, 14, dipole(.30, .20, -.16)),
                        q(12, 11, dipole(1.00, .65, .05)),
                        q(30, 10, dipole(-.05, -.05, .50)),
                        q(50, 9, dipole(-.10, -.05, .15)),
                        t(285, 45, dipole(-.08, -.05, -.05))));
    }

    /** First down and to the right, then up and to the left: an axis of about -60 degrees. */
    static Morphology leftAnteriorBlock() {
        return sinus(
                -165,
                60,
                List.of(
                        q(-20, 8, dipole(-.18, .42, -.18)),
                        q(8, 11, dipole(.95, -.60, .05)),
                        q(26, 10, dipole(.20, -.75, .60)),
                        q(42, 9, dipole(-.05, -.25, .15)),
                        t(290, 42, dipole(.22, .20, -.12))));
    }

    /** Right bundle and left anterior fascicle blocked, a long PR over what is left. */
    static Morphology bifascicular(double pPeak) {
        return sinus(
                pPeak,
                95,
                List.of(
                        q(-20, 8, dipole(-.18, .42, -.18)),
                        q(8, 11, dipole(.95, -.60, .05)),
                        q(26, 10, dipole(.20, -.75, .50)),
                        q(62, 17, dipole(-.50, -.06, -.62)),
                        t(310, 45, dipole(.25, .22, .14))));
    }

    /** Twice the voltage to the left and back, ST and T against it. */
    static Morphology leftHypertrophy() {
        return sinus(
                -160,
                60,
                List.of(
                        q(-20, 7, dipole(-.10, -.05, -.30)),
                        q(2, 12, dipole(2.25, .55, .75)),
                        q(22, 10, dipole(.40, -.10, 1.55)),
                        q(38, 8, dipole(-.15, -.10, .15)),
                        new Wave(WaveKind.ST, 175, 120, leads(-70, -40, 90, 120, 60, -70, -130, -120)),
                        t(300, 42, leads(-180, -60, 160, 240, 120, -160, -290, -260))));
    }

    /** S in I, Q and inverted T in III, T inverted over the right ventricle. */
    static Morphology rightLoad() {
        return sinus(
                -150,
                55,
                List.of(
                        q(-18, 8, leads(40, -60, 60, 120, 160, 160, 120, 80)),
                        q(2, 10, leads(420, 330, 120, 300, 500, 800, 900, 750)),
                        q(24, 11, leads(-360, 120, -250, -700, -900, -750, -500, -350)),
                        t(280, 40, leads(130, -30, -200, -260, -240, -150, 60, 120))));
    }

    /** A heart in fluid: everything a third of the usual, every second beat smaller still. */
    static Morphology inFluid(double times) {
        Morphology normal = Morphologies.normal();
        List<Wave> waves = new ArrayList<>();
        for (Wave wave : normal.waves()) {
            double by = wave.kind() == WaveKind.QRS ? .34 * times : .4;
            double[] scaled = wave.microvolts().clone();
            for (int lead = 0; lead < scaled.length; lead++) {
                scaled[lead] *= by;
            }
            waves.add(new Wave(wave.kind(), wave.atMillis(), wave.widthMillis(), scaled));
        }
        return new Morphology(BeatLabel.SINUS, waves, normal.tZeroMillis());
    }

    /** An infant's: a QRS of 60 ms to the right and front, P close to it, T of V1 to V3 inverted. */
    static Morphology infant() {
        return new Morphology(BeatLabel.SINUS, waves(-112), 30);
    }

    /** The same without P: a tachycardia whose P hides in the QRS. */
    static Morphology infantWithoutP() {
        Morphology own = infant().without(WaveKind.P);
        return new Morphology(BeatLabel.ATRIAL_OTHER, own.waves(), own.tZeroMillis());
    }

    private static List<Wave> waves(double pPeak) {
        List<Wave> waves = new ArrayList<>();
        for (Wave p : Morphologies.sinusP(pPeak)) {
            waves.add(new Wave(WaveKind.P, p.atMillis(), 11, p.microvolts()));
        }
        waves.addAll(List.of(
                q(-13, 5, dipole(-.10, -.05, -.30)),
                q(0, 6, dipole(.55, .75, -.45)),
                q(12, 6, dipole(-.35, .05, .45)),
                t(250, 34, dipole(.24, .20, .16))));
        return waves;
    }
}
