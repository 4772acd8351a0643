package org.ecgnet.ecg;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose ECG it is. {@link #toString()} is masked: it may stand in a log.
 *
 * @param name as the clinic wrote it
 * @param identityNumber the resident identity number (GB 11643) or another of the county's
 * @param ageYears completed years at the recording, 0 to 130
 */
public record Patient(Optional<String> name, Optional<String> identityNumber, Sex sex, OptionalInt ageYears) {

    /** An emergency before anybody knows who it is. */
    public static final Patient UNKNOWN =
            new Patient(Optional.empty(), Optional.empty(), Sex.UNKNOWN, OptionalInt.empty());

    public Patient {
        if (ageYears.isPresent() && (ageYears.getAsInt() < 0 || ageYears.getAsInt() > 130)) {
            throw new IllegalArgumentException("ageYears: out of range (expected: 0..130)");
        }
    }

    /** Without a name: what the triage needs to know. */
    public static Patient of(Sex sex, int ageYears) {
        return new Patient(Optional.empty(), Optional.empty(), sex, OptionalInt.of(ageYears));
    }

    @Override
    public String toString() {
        return "Patient[masked]";
    }
}
