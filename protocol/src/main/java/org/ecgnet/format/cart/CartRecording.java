package org.ecgnet.format.cart;

import java.util.Optional;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;

/**
 * What a cart's file says.
 *
 * @param device the cart, as the file names it; may be empty
 * @param operator who recorded, as the file names it; may be empty
 */
public record CartRecording(
        Waveform waveform, UnitMarks marks, CartTime recordedAt, CartPatient patient, String device, String operator) {

    private static final int LONGEST_NAME = 80;

    public CartRecording {
        device = plain(device);
        operator = plain(operator);
    }

    /** Names come from foreign files: no control characters, no endless ones. */
    static String plain(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    }

    static Optional<String> plainOrNone(String name) {
        String clean = plain(name);
        return clean.isEmpty() ? Optional.empty() : Optional.of(clean);
    }
}
