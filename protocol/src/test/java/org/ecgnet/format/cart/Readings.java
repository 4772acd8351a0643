package org.ecgnet.format.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Waveform;

/** What tests of formats ask of a reading. */
public final class Readings {

    private Readings() {}

    /** The recording of a file that must be taken. */
    public static CartRecording taken(byte[] file) {
        CartReading reading = CartFiles.read(file);
        assertThat(reading).isInstanceOf(CartReading.Accepted.class);
        return ((CartReading.Accepted) reading).recording();
    }

    public static Waveform waveform(byte[] file) {
        return taken(file).waveform();
    }

    public static int[] counts(byte[] file, Lead lead) {
        return waveform(file).counts(lead).orElseThrow();
    }

    public static void refused(byte[] file, Refusal refusal) {
        CartReading reading = CartFiles.read(file);
        assertThat(reading).isInstanceOf(CartReading.Refused.class);
        assertThat(((CartReading.Refused) reading).refusal()).isEqualTo(refusal);
    }

    /** The file with some of its text changed, which must be there; pairs of what is and what shall be. */
    public static byte[] replaced(byte[] file, String... pairs) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (int at = 0; at < pairs.length; at += 2) {
            assertThat(text).contains(pairs[at]);
            text = text.replace(pairs[at], pairs[at + 1]);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
