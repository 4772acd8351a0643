package org.ecgnet.ops.evaluate.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.triage.Reading;

/**
 * Everything the engine said about a record; all samples are the file's.
 *
 * @param marks the points of each beat, by lead; a wave that is absent has none
 * @param leadReversal such as {@code RA_LA}
 * @param engineMillis wall time of the reading alone, without the file
 */
public record RecordResult(
        RecordName name,
        int sampleRateHz,
        int samples,
        Reading reading,
        List<ClassedBeat> beats,
        Map<Lead, List<Map<Mark, Integer>>> marks,
        List<Episode> episodes,
        Optional<String> leadReversal,
        double engineMillis) {

    public RecordResult {
        beats = List.copyOf(beats);
        marks = marks.isEmpty() ? Map.of() : new EnumMap<>(marks);
        episodes = List.copyOf(episodes);
    }

    public double seconds() {
        return samples / (double) sampleRateHz;
    }

    /** The score of a statement; 0 for one that is not listed. */
    public double score(String code) {
        return reading.statements().stream()
                .filter(statement -> statement.code().equals(code))
                .mapToDouble(statement -> statement.score())
                .max()
                .orElse(0);
    }
}
