package org.ecgnet.sim.heart;

import java.util.ArrayList;
import java.util.List;

/**
 * The waves of one kind of beat, around its R reference at 0.
 *
 * @param tZeroMillis where repolarisation begins to stretch with the rate: about the end of the QRS
 */
record Morphology(BeatLabel label, List<Wave> waves, double tZeroMillis) {

    Morphology {
        waves = List.copyOf(waves);
    }

    /** ST and T stretched in time around the end of the QRS; 1 leaves them as at 60/min. */
    Morphology repolarising(double stretch) {
        List<Wave> changed = new ArrayList<>();
        for (Wave wave : waves) {
            boolean stretched = wave.kind() == WaveKind.ST || wave.kind() == WaveKind.T || wave.kind() == WaveKind.U;
            changed.add(
                    stretched ? wave.moved(tZeroMillis + (wave.atMillis() - tZeroMillis) * stretch, stretch) : wave);
        }
        return new Morphology(label, changed, tZeroMillis);
    }

    Morphology with(List<Wave> more) {
        List<Wave> all = new ArrayList<>(waves);
        all.addAll(more);
        return new Morphology(label, all, tZeroMillis);
    }

    Morphology without(WaveKind kind) {
        return new Morphology(
                label, waves.stream().filter(wave -> wave.kind() != kind).toList(), tZeroMillis);
    }

    /** From the first to the last moment at which any wave is felt. */
    double reachBeforeMillis() {
        return waves.stream()
                .mapToDouble(wave -> wave.reachMillis() - wave.atMillis())
                .max()
                .orElse(0);
    }

    double reachAfterMillis() {
        return waves.stream()
                .mapToDouble(wave -> wave.reachMillis() + wave.atMillis())
                .max()
                .orElse(0);
    }
}
