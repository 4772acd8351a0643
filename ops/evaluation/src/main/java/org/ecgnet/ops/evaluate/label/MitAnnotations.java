package org.ecgnet.ops.evaluate.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgnet.format.wfdb.WfdbAnnotation;
import org.ecgnet.format.wfdb.WfdbAnnotations;

/** Beats and rhythms of an {@code .atr} file (MIT-BIH, VFDB and sets of their form). */
final class MitAnnotations {

    /** Annotated beat types by their class of ANSI/AAMI EC57. */
    private static final Map<Character, String> TYPES =
            Map.of('N', "NLRBejn", 'S', "AaJS", 'V', "VrE", 'F', "F", 'Q', "/fQ?");

    private MitAnnotations() {}

    static Labels of(Path file, int samples, double hertz) throws IOException {
        List<WfdbAnnotation> all = WfdbAnnotations.read(Files.readAllBytes(file));
        List<BeatLabels.Beat> beats = new ArrayList<>();
        List<Span> fibrillation = new ArrayList<>();
        double since = -1;
        for (WfdbAnnotation one : all) {
            type(one.symbol()).ifPresent(type -> beats.add(new BeatLabels.Beat(one.sample(), type)));
            if (one.symbol().equals("[")) {
                since = one.sample();
            } else if (one.symbol().equals("]") && since >= 0) {
                fibrillation.add(new Span(since, one.sample(), "VF"));
                since = -1;
            }
        }
        List<Span> rhythms = rhythms(all, samples);
        return new Labels(
                beats.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BeatLabels(beats, new Span(0, samples, ""), fibrillation)),
                Map.of(),
                rhythms,
                Optional.empty(),
                false,
                acute(rhythms, hertz));
    }

    private static Optional<Character> type(String symbol) {
        return TYPES.entrySet().stream()
                .filter(entry -> symbol.length() == 1 && entry.getValue().contains(symbol))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<Span> rhythms(List<WfdbAnnotation> all, int samples) {
        List<WfdbAnnotation> changes = all.stream()
                .filter(one -> one.symbol().equals("+") && one.text().startsWith("("))
                .toList();
        List<Span> rhythms = new ArrayList<>();
        for (int k = 0; k < changes.size(); k++) {
            int to = k + 1 < changes.size() ? changes.get(k + 1).sample() : samples;
            rhythms.add(new Span(
                    changes.get(k).sample(),
                    to,
                    changes.get(k).text().substring(1).strip()));
        }
        return rhythms.isEmpty() ? List.of(new Span(0, samples, "N")) : rhythms;
    }

    private static List<String> acute(List<Span> rhythms, double hertz) {
        Map<String, Double> seconds = new TreeMap<>();
        for (Span span : rhythms) {
            if (List.of("VT", "VF", "VFIB", "VFL", "ASYS").contains(span.name())) {
                seconds.merge(span.name(), (span.to() - span.from()) / hertz, Double::sum);
            }
        }
        return seconds.entrySet().stream()
                .map(entry -> "%s %.0f s".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
