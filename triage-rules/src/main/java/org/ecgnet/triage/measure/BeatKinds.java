package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells ventricular and early supraventricular beats from the rest by shape, width and timing. */
final class BeatKinds {

    /** Another shape this wide is ventricular until disproved: the least width of a PVC (AHA/ACCF/HRS 2009, part III). */
    private static final double WIDE_MILLIS = 120;

    /** This share of the usual RR or less is early. */
    private static final double EARLY = 0.85;

    private BeatKinds() {}

    static List<Beat> of(
            int[] r, BeatClasses classes, LeadSignals level, double usualRr, Optional<Delineation> dominantWaves) {
        int dominant = classes.dominant();
        double dominantMillis = dominantWaves
                .map(w -> level.rate().millisAt(w.qrsOff() - w.qrsOn()))
                .orElse(0.0);
        Map<Integer, Double> widths = new HashMap<>();
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < r.length; k++) {
            double coupling = k == 0 ? 1 : (r[k] - r[k - 1]) / usualRr;
            int group = classes.of(k);
            double width = group == dominant
                    ? dominantMillis
                    : widths.computeIfAbsent(group, g -> width(g, classes, level, usualRr));
            boolean wide = width >= WIDE_MILLIS;
            beats.add(new Beat(
                    r[k],
                    kind(group == dominant, coupling < EARLY, wide && width >= dominantMillis + 15),
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

    private static double width(int group, BeatClasses classes, LeadSignals level, double usualRr) {
        List<Integer> members = new ArrayList<>();
        for (int k = 0; k < classes.beats(); k++) {
            if (classes.of(k) == group && members.size() < 12) {
                members.add(classes.aligned(k));
            }
        }
        MedianBeat median = MedianBeat.of(
                level, members.stream().mapToInt(Integer::intValue).toArray(), usualRr);
        return Delineator.global(median, usualRr)
                .map(w -> level.rate().millisAt(w.qrsOff() - w.qrsOn()))
                .orElse(0.0);
    }
}
