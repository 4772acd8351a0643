package org.ecgnet.ops.evaluate.label;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;

/**
 * All labels of one record; what its source does not give is empty.
 *
 * @param waves by lead
 * @param rhythms as annotated, one after the other
 * @param normal whether its source calls the whole ECG normal
 * @param acute what makes it a case to look at by name, such as {@code injury INJAS}
 */
public record Labels(
        Optional<BeatLabels> beats,
        Map<Lead, WaveLabels> waves,
        List<Span> rhythms,
        Optional<StatementLabels> statements,
        boolean normal,
        List<String> acute) {

    public static final Labels NONE =
            new Labels(Optional.empty(), Map.of(), List.of(), Optional.empty(), false, List.of());

    public Labels {
        waves = waves.isEmpty() ? Map.of() : new EnumMap<>(waves);
        rhythms = List.copyOf(rhythms);
        acute = List.copyOf(acute);
    }

    public boolean any() {
        return beats.isPresent() || !waves.isEmpty() || !rhythms.isEmpty() || statements.isPresent();
    }
}
