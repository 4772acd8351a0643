package org.ecgnet.hub.critical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.ecgnet.ecg.Patient;

/** Tells whether two exams are of one patient without keeping the identity number twice. */
final class PatientKey {

    private PatientKey() {}

    static Optional<String> of(Patient patient) {
        return patient.identityNumber()
                .map(number -> number.strip().toUpperCase(Locale.ROOT))
                .filter(number -> !number.isEmpty())
                .map(PatientKey::digest);
    }

    private static String digest(String number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
