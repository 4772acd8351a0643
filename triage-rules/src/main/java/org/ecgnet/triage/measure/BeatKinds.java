package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Tells ventricular and early supraventricular beats from the rest by shape, width, P and timing.
 *
 * <p>Of another focus is a wide shape unlike the dominant one, and one less unlike that comes early. It stays with the sinus
 * node when it comes on time behind the usual P, however it looks: an intermittent bundle branch block, pre-excitation, a
 * moved electrode. What a pulse has begun is paced, whatever its shape and timing.
 */
final class BeatKinds {

    private static final int MOST_OF_A_SHAPE = 12;

    private final int[] r;
    private final BeatClasses classes;
    private final LeadSignals level;
    private final double usualRr;
    private final MedianBeat dominantBeat;
    private final Optional<Delineation> dominantWaves;
    private final PacedBeats pulses;
    private final EarlyBeats timing;
    private final Map<Integer, Shape> shapes = new HashMap<>();

    /** What the beats of a shape have in common. */
    private record Shape(
            double widthMillis, OptionalInt rBehindAnchor, OptionalInt onsetBehindAnchor, boolean ventricular) {

        /** A beat's R: where it was found when its shape does not say more. */
        int r(int found, int aligned, int samples) {
            return rBehindAnchor.isEmpty()
                    ? found
                    : Math.max(0, Math.min(samples - 1, aligned + rBehindAnchor.getAsInt()));
        }
    }

    private BeatKinds(
            int[] r,
            BeatClasses classes,
            LeadSignals level,
            double usualRr,
            MedianBeat dominantBeat,
            Optional<Delineation> dominantWaves,
            PacedBeats pulses) {
        this.r = r;
        this.classes = classes;
        this.level = level;
        this.usualRr = usualRr;
        this.dominantBeat = dominantBeat;
        this.dominantWaves = dominantWaves;
        this.pulses = pulses;
        this.timing = new EarlyBeats(r);
    }

    static List<Beat> of(
            int[] r,
            BeatClasses classes,
            LeadSignals level,
            double usualRr,
            MedianBeat dominantBeat,
            Optional<Delineation> dominantWaves,
            PacedBeats pulses) {
        BeatKinds kinds = new BeatKinds(r, classes, level, usualRr, dominantBeat, dominantWaves, pulses);
        for (int group = 0; group < classes.count(); group++) {
            kinds.shapes.put(group, kinds.shape(group));
        }
        return kinds.beats();
    }

    private List<Beat> beats() {
        boolean[] ventricular = new boolean[r.length];
        boolean[] paced = new boolean[r.length];
        for (int k = 0; k < r.length; k++) {
            OptionalInt onset = shapeOf(k).onsetBehindAnchor();
            paced[k] = onset.isPresent() && pulses.begin(classes.aligned(k) + onset.getAsInt());
            ventricular[k] = !paced[k] && shapeOf(k).ventricular();
        }
        boolean[] early = timing.early(ventricular);
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < r.length; k++) {
            Shape shape = shapeOf(k);
            beats.add(new Beat(
                    shape.r(r[k], classes.aligned(k), level.length()),
                    r[k],
                    paced[k] ? Beat.Kind.PACED : kind(classes.of(k) == classes.dominant(), ventricular[k], early[k]),
                    shape.widthMillis() >= FocusSigns.WIDE_MILLIS,
                    classes.of(k),
                    shape.widthMillis(),
                    timing.coupling(k)));
        }
        return beats;
    }

    private Shape shapeOf(int beat) {
        return shapes.getOrDefault(classes.of(beat), new Shape(0, OptionalInt.empty(), OptionalInt.empty(), false));
    }

    private static Beat.Kind kind(boolean ofDominant, boolean ventricular, boolean early) {
        if (ventricular) {
            return Beat.Kind.VENTRICULAR;
        }
        if (early) {
            return Beat.Kind.SUPRAVENTRICULAR;
        }
        return ofDominant ? Beat.Kind.NORMAL : Beat.Kind.OTHER;
    }

    static boolean[] ectopic(List<Beat> beats) {
        boolean[] ectopic = new boolean[beats.size()];
        for (int k = 0; k < ectopic.length; k++) {
            ectopic[k] = beats.get(k).kind() == Beat.Kind.VENTRICULAR;
        }
        return ectopic;
    }

    private Shape shape(int group) {
        List<Integer> members = new ArrayList<>();
        for (int k = 0; k < r.length; k++) {
            if (classes.of(k) == group) {
                members.add(k);
            }
        }
        boolean dominant = group == classes.dominant();
        MedianBeat median = dominant ? dominantBeat : MedianBeat.of(level, spread(members), usualRr);
        Optional<Delineation> waves = dominant ? dominantWaves : Delineator.global(median, usualRr);
        double width = waves.map(this::millis).orElse(0.0);
        return new Shape(
                width,
                waves.map(w -> RPlace.behindAnchor(median, w)).orElse(OptionalInt.empty()),
                waves.map(w -> OptionalInt.of(w.qrsOn() - median.r())).orElse(OptionalInt.empty()),
                !dominant
                        && width >= FocusSigns.WIDE_MILLIS
                        && signs(group, members, median, waves, width).ventricular());
    }

    private double millis(Delineation waves) {
        return level.rate().millisAt(waves.qrsOff() - waves.qrsOn());
    }

    private FocusSigns signs(
            int group, List<Integer> members, MedianBeat median, Optional<Delineation> waves, double width) {
        double[] couplings = members.stream().mapToDouble(timing::coupling).toArray();
        return new FocusSigns(
                width,
                width - dominantWaves.map(this::millis).orElse(0.0),
                classes.likeDominant(group),
                Smoothing.median(couplings, 0, couplings.length),
                sameP(median, waves));
    }

    private double sameP(MedianBeat median, Optional<Delineation> waves) {
        return dominantWaves.isPresent() && dominantWaves.get().pOn().isPresent() && waves.isPresent()
                ? PLikeness.of(
                        dominantBeat,
                        dominantWaves.get().qrsOn(),
                        median,
                        waves.get().qrsOn())
                : -1;
    }

    /** Aligned samples of up to twelve beats from all over the recording. */
    private int[] spread(List<Integer> members) {
        int step = Math.max(1, (members.size() + MOST_OF_A_SHAPE - 1) / MOST_OF_A_SHAPE);
        return IntStream.iterate(0, at -> at < members.size(), at -> at + step)
                .map(at -> classes.aligned(members.get(at)))
                .toArray();
    }
}
