package org.ecgnet.ops.evaluate.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.format.wfdb.WfdbAnnotation;
import org.ecgnet.format.wfdb.WfdbAnnotations;
import org.ecgnet.ops.evaluate.record.RecordFolder;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.ops.evaluate.result.Mark;

/**
 * Waves that a cardiologist marked lead by lead (LUDB, Kalyakulina 2020): one annotation file a lead, {@code (} onset, {@code
 * p N t} peak, {@code )} offset. A beat is what at least half of the leads show, at the middle of their R marks.
 */
final class LudbAnnotations {

    private static final double SAME_BEAT_SECONDS = 0.12;

    private LudbAnnotations() {}

    static Map<Lead, WaveLabels> waves(RecordFolder folder, RecordName name) throws IOException {
        Map<Lead, WaveLabels> waves = new EnumMap<>(Lead.class);
        for (Lead lead : Lead.STANDARD_12) {
            Path file = folder.beside(name, lead.label());
            if (Files.exists(file)) {
                List<WfdbAnnotation> all = WfdbAnnotations.read(Files.readAllBytes(file));
                if (!all.isEmpty()) {
                    waves.put(lead, lead(all));
                }
            }
        }
        return waves;
    }

    private static WaveLabels lead(List<WfdbAnnotation> all) {
        Map<Mark, List<Integer>> marks = new EnumMap<>(Mark.class);
        List<Integer> onset = new ArrayList<>();
        Optional<Wave> last = Optional.empty();
        for (WfdbAnnotation one : all) {
            if (one.symbol().equals("(")) {
                onset = List.of(one.sample());
            } else if (one.symbol().equals(")")) {
                last.ifPresent(wave -> add(marks, wave.off, one.sample()));
            } else {
                Wave wave = Wave.of(one.symbol());
                add(marks, wave.peak, one.sample());
                onset.forEach(sample -> add(marks, wave.on, sample));
                onset = List.of();
                last = Optional.of(wave);
            }
        }
        return new WaveLabels(
                marks, new Span(all.get(0).sample(), all.get(all.size() - 1).sample(), ""));
    }

    private static void add(Map<Mark, List<Integer>> marks, Mark mark, int sample) {
        marks.computeIfAbsent(mark, any -> new ArrayList<>()).add(sample);
    }

    private enum Wave {
        P(Mark.P_ON, Mark.P_PEAK, Mark.P_OFF),
        QRS(Mark.QRS_ON, Mark.R, Mark.QRS_OFF),
        T(Mark.T_ON, Mark.T_PEAK, Mark.T_OFF);

        private final Mark on;
        private final Mark peak;
        private final Mark off;

        Wave(Mark on, Mark peak, Mark off) {
            this.on = on;
            this.peak = peak;
            this.off = off;
        }

        static Wave of(String symbol) {
            return switch (symbol) {
                case "p" -> P;
                case "t" -> T;
                default -> QRS;
            };
        }
    }

    /** The first and the last beats of a record are not annotated: what is outside the annotated stretch does not count. */
    static Optional<BeatLabels> beats(Map<Lead, WaveLabels> waves, double hertz) {
        List<Integer> peaks = waves.values().stream()
                .flatMap(lead -> lead.of(Mark.R).stream())
                .sorted()
                .toList();
        if (peaks.isEmpty()) {
            return Optional.empty();
        }
        List<BeatLabels.Beat> beats = new ArrayList<>();
        int from = 0;
        for (int k = 1; k <= peaks.size(); k++) {
            if (k == peaks.size() || peaks.get(k) - peaks.get(k - 1) > SAME_BEAT_SECONDS * hertz) {
                if ((k - from) * 2 >= waves.size()) {
                    beats.add(new BeatLabels.Beat(median(peaks.subList(from, k)), 'N'));
                }
                from = k;
            }
        }
        double first = waves.values().stream()
                .mapToDouble(lead -> lead.within().from())
                .min()
                .orElse(0);
        double last = waves.values().stream()
                .mapToDouble(lead -> lead.within().to())
                .max()
                .orElse(0);
        return Optional.of(new BeatLabels(beats, new Span(first, last, ""), List.of()));
    }

    private static double median(List<Integer> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }
}
