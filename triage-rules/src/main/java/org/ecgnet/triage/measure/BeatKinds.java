package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells ventricular and early supraventricular beats from the rest by shape, width and timing. */
final class BeatKinds {

    /** Another shape this wide is ventricular until disproved: the least width of a PVC (AHA/ACCF/HRS 2009, part III). */
    private static final double WIDE_MILLIS = 120;

    /** This share of the usual RR or less is early. */
    private static final double EARLY = 0.85;

    private BeatKinds() {}

    /** What the median beat of a shape says of its beats. */
    private record Shape(double widthMillis, OptionalInt rBehindAnchor) {

        static Shape of(MedianBeat median, Optional<Delineation> waves) {
            return waves.map(w ->
                            new Shape(median.rate().millisAt(w.qrsOff() - w.qrsOn()), RPlace.behindAnchor(median, w)))
                    .orElse(new Shape(0, OptionalInt.empty()));
        }

        /** A beat's R: where it was found when its shape does not say more. */
        int r(int found, int aligned, int samples) {
            return rBehindAnchor.isEmpty()
                    ? found
                    : Math.max(0, Math.min(samples - 1, aligned + rBehindAnchor.getAsInt()));
        }
    }

    static List<Beat> of(
            int[] r,
            BeatClasses classes,
            LeadSignals level,
            double usualRr,
            MedianBeat dominantBeat,
            Optional<Delineation> dominantWaves) {
        int dominant = classes.dominant();
        Shape usual = Shape.of(dominantBeat, dominantWaves);
        Map<Integer, Shape> shapes = new HashMap<>(Map.of(dominant, usual));
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < r.length; k++) {
            double coupling = k == 0 ? 1 : (r[k] - r[k - 1]) / usualRr;
            int group = classes.of(k);
            Shape shape = shapes.computeIfAbsent(group, g -> shape(g, classes, level, usualRr));
            double width = shape.widthMillis();
            boolean wide = width >= WIDE_MILLIS;
            beats.add(new Beat(
                    shape.r(r[k], classes.aligned(k), level.length()),
                    r[k],
                    kind(group == dominant, coupling < EARLY, wide && width >= usual.widthMillis() + 15),
                    wide,
                    group,
                    width,
                    coupling));
        }
        return beats;
    }

    private static Beat.Kind kind(boolean ofDominant, boolean early, boolean wider) {
        if (!ofDominant && wider) {
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

    private static Shape shape(int group, BeatClasses classes, LeadSignals level, double usualRr) {
        List<Integer> members = new ArrayList<>();
        for (int k = 0; k < classes.beats(); k++) {
            if (classes.of(k) == group && members.size() < 12) {
                members.add(classes.aligned(k));
            }
        }
        MedianBeat median = MedianBeat.of(
                level, members.stream().mapToInt(Integer::intValue).toArray(), usualRr);
        return Shape.of(median, Delineator.global(median, usualRr));
    }
}
