package org.ecgnet.ops.county;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a clinic's simulated unit plays, and on whom.
 *
 * @param name as the timeline calls it
 * @param simulatorArguments what selects the heart or the recording
 * @param patient the {@code patient} of the edge agent's start request
 * @param symptoms the {@code symptoms} of the same
 */
public record Played(
        String name, List<String> simulatorArguments, Map<String, Object> patient, Map<String, Object> symptoms) {

    public Played {
        simulatorArguments = List.copyOf(simulatorArguments);
        patient = Map.copyOf(patient);
        symptoms = Map.copyOf(symptoms);
    }

    /** A simulated heart in a made-up patient. */
    public static Played heart(String scenario, String patientName, String sex, int ageYears, boolean chestPain) {
        return new Played(
                scenario,
                List.of("--scenario", scenario),
                Map.of("name", patientName, "identityNumber", "", "sex", sex, "ageYears", ageYears),
                Map.of("chestPain", chestPain));
    }

    /** An age that a recording does not tell. */
    public static final int AGE_UNKNOWN = -1;

    /** A real recording; sex and age from its header where it has them. */
    public static Played recording(Path header, String sex, int ageYears) {
        Map<String, Object> patient = ageYears == AGE_UNKNOWN
                ? Map.of("name", "", "sex", sex)
                : Map.of("name", "", "sex", sex, "ageYears", ageYears);
        String file = header.toAbsolutePath().toString();
        return new Played(String.valueOf(header.getFileName()), List.of("--record", file), patient, Map.of());
    }
}
