package org.ecgnet.ops.evaluate.score;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgnet.ops.evaluate.label.BeatLabels;
import org.ecgnet.ops.evaluate.result.ClassedBeat;

/**
 * Beats found, missed and invented in one record or in many.
 *
 * @param foundByType annotated type to beats found and beats there
 * @param classOf annotated type and answered class, such as {@code VN}, to the count of beats found
 */
record BeatCounts(
        int found, int missed, int invented, Map<Character, Share> foundByType, Map<String, Integer> classOf) {

    static final BeatCounts NONE = new BeatCounts(0, 0, 0, Map.of(), Map.of());

    /** @param skipSeconds what is left out at the beginning; EC57 leaves out 5 minutes for learning */
    static BeatCounts of(Scored scored, BeatLabels labels, double toleranceMillis, double skipSeconds) {
        List<ClassedBeat> said = scored.result().beats().stream()
                .sorted(Comparator.comparingInt(ClassedBeat::r))
                .toList();
        double[] found = said.stream().mapToDouble(ClassedBeat::r).toArray();
        double[] expected =
                labels.beats().stream().mapToDouble(BeatLabels.Beat::sample).toArray();
        Pairing pairs = Pairing.of(expected, found, scored.samples(toleranceMillis));
        double from = skipSeconds * scored.result().sampleRateHz();
        int hits = 0;
        int missed = 0;
        Map<Character, Share> types = new TreeMap<>();
        Map<String, Integer> classes = new TreeMap<>();
        for (int k = 0; k < expected.length; k++) {
            if (expected[k] >= from && labels.judged(expected[k])) {
                char type = labels.beats().get(k).type();
                boolean hit = pairs.found(k);
                hits += hit ? 1 : 0;
                missed += hit ? 0 : 1;
                types.merge(type, new Share(hit ? 1 : 0, 1), BeatCounts::sum);
                if (hit) {
                    classes.merge("" + type + said.get(pairs.foundOf()[k]).beatClass(), 1, Integer::sum);
                }
            }
        }
        int invented = 0;
        for (int k = 0; k < found.length; k++) {
            invented += !pairs.paired()[k] && found[k] >= from && labels.judged(found[k]) ? 1 : 0;
        }
        return new BeatCounts(hits, missed, invented, types, classes);
    }

    private static Share sum(Share one, Share other) {
        return new Share(one.hits() + other.hits(), one.all() + other.all());
    }

    BeatCounts plus(BeatCounts other) {
        Map<Character, Share> types = new TreeMap<>(foundByType);
        other.foundByType.forEach((type, share) -> types.merge(type, share, BeatCounts::sum));
        Map<String, Integer> classes = new TreeMap<>(classOf);
        other.classOf.forEach((pair, count) -> classes.merge(pair, count, Integer::sum));
        return new BeatCounts(found + other.found, missed + other.missed, invented + other.invented, types, classes);
    }

    Share sensitivity() {
        return new Share(found, found + missed);
    }

    Share predictivity() {
        return new Share(found, found + invented);
    }

    /** Harmonic mean of sensitivity and positive predictivity, 0 to 1. */
    double f1() {
        return 2.0 * found / Math.max(1, 2 * found + missed + invented);
    }

    /** Beats found whose annotated type and answered class are among these. */
    int classed(String types, String answers) {
        return classOf.entrySet().stream()
                .filter(entry -> types.indexOf(entry.getKey().charAt(0)) >= 0
                        && answers.indexOf(entry.getKey().charAt(1)) >= 0)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
