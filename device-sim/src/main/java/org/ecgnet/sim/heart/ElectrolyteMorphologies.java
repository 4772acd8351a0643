package org.ecgnet.sim.heart;

import static org.ecgnet.sim.heart.LeadVector.dipole;
import static org.ecgnet.sim.heart.LeadVector.leads;

import java.util.ArrayList;
import java.util.List;

/** Beats under too much and too little potassium; amplitudes by eye, as in {@link Morphologies}. */
final class ElectrolyteMorphologies {

    private ElectrolyteMorphologies() {}

    /** QRS and T run into one another as a wave without a level between them; no P. */
    static Morphology sineWave() {
        return new Morphology(
                BeatLabel.JUNCTIONAL_ESCAPE,
                List.of(
                        new Wave(WaveKind.QRS, -30, 58, dipole(.55, .45, .50)),
                        new Wave(WaveKind.QRS, 40, 52, dipole(.35, .20, .35)),
                        new Wave(WaveKind.T, 330, 82, dipole(-.50, -.38, -.45))),
                300); // nothing is left of it that would stretch with the rate
    }

    /** No P, a wide QRS and a tented T: what conducts is the sinoventricular way. */
    static Morphology sinoventricular() {
        Morphology shape = Morphologies.hyperkalaemia();
        return new Morphology(
                BeatLabel.JUNCTIONAL_ESCAPE, shape.without(WaveKind.P).waves(), shape.tZeroMillis());
    }

    /** A tented T behind a narrow QRS and a P wave. */
    static Morphology peakedT() {
        Morphology normal = Morphologies.normal();
        List<Wave> waves = new ArrayList<>(normal.without(WaveKind.T).waves());
        waves.add(new Wave(WaveKind.T, 285, 24, dipole(.85, .58, -.52)));
        return new Morphology(BeatLabel.SINUS, waves, normal.tZeroMillis());
    }

    /** A sunken ST, a low T and behind it a U that is larger. */
    static Morphology hypokalaemia() {
        Morphology normal = Morphologies.normal();
        List<Wave> waves = new ArrayList<>(normal.without(WaveKind.T).waves());
        waves.add(new Wave(WaveKind.ST, 175, 125, leads(-25, -40, 0, -45, -65, -65, -50, -35)));
        waves.add(new Wave(WaveKind.T, 290, 34, leads(30, 40, 15, 60, 75, 70, 55, 45)));
        waves.add(new Wave(WaveKind.U, 455, 42, leads(45, 95, 40, 190, 230, 200, 140, 95)));
        return new Morphology(BeatLabel.SINUS, waves, normal.tZeroMillis());
    }

    /** A normal beat whose T is so many times as high. */
    static Morphology withT(double times) {
        Morphology normal = Morphologies.normal();
        List<Wave> waves = new ArrayList<>();
        for (Wave wave : normal.waves()) {
            double[] scaled = wave.microvolts().clone();
            for (int lead = 0; lead < scaled.length; lead++) {
                scaled[lead] *= wave.kind() == WaveKind.T ? times : 1;
            }
            waves.add(new Wave(wave.kind(), wave.atMillis(), wave.widthMillis(), scaled));
        }
        return new Morphology(BeatLabel.SINUS, waves, normal.tZeroMillis());
    }
}
