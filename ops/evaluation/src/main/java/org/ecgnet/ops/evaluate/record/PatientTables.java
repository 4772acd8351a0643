package org.ecgnet.ops.evaluate.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;

/** Ages and sexes that a data set keeps in a table beside its records: PTB-XL's {@code ptbxl_database.csv}. */
public final class PatientTables {

    /** PTB-XL writes 300 for "over 89" (Wagner 2020). */
    private static final int OVER_89 = 90;

    private final Map<String, Patient> byName;

    private PatientTables(Map<String, Patient> byName) {
        this.byName = byName;
    }

    public static PatientTables in(RecordFolder folder) throws IOException {
        Map<String, Patient> byName = new HashMap<>();
        for (Path table : folder.tables("ptbxl_database.csv")) {
            for (Map<String, String> row : CsvTable.rows(Files.readString(table, StandardCharsets.UTF_8))) {
                Patient patient = patient(row.getOrDefault("age", ""), row.getOrDefault("sex", ""));
                byName.put(last(row.getOrDefault("filename_hr", "")), patient);
                byName.put(last(row.getOrDefault("filename_lr", "")), patient);
            }
        }
        return new PatientTables(byName);
    }

    private static Patient patient(String age, String sex) {
        Sex known =
                switch (sex.replaceAll("\\.0$", "")) {
                    case "0" -> Sex.MALE;
                    case "1" -> Sex.FEMALE;
                    default -> Sex.UNKNOWN;
                };
        if (!age.matches("\\d+(\\.\\d+)?")) {
            return new Patient(Optional.empty(), Optional.empty(), known, OptionalInt.empty());
        }
        int years = (int) Double.parseDouble(age);
        return Patient.of(known, years > 89 ? OVER_89 : years);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The patient that a table has for this record. */
    Optional<Patient> of(RecordName record) {
        return Optional.ofNullable(byName.get(record.name()));
    }
}
