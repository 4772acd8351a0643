package org.ecgnet.format.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.format.cart.Readings.refused;
import static org.ecgnet.format.cart.Readings.taken;
import static org.ecgnet.format.cart.Readings.waveform;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.HandMade;
import org.ecgnet.format.cart.HandMadeEdf;
import org.ecgnet.format.cart.HandMadeEdf.Channel;
import org.ecgnet.format.cart.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdfDialectsTest {

    private static final Charset LATIN = StandardCharsets.ISO_8859_1;

    @ParameterizedTest
    @CsvSource({
        "ECG I, I",
        "EKG-II, II",
        "Lead V1, V1",
        "ECG aVR, aVR",
        "LEAD_III, III",
        "ECGV4, V4",
        "DII, II",
        "ECG: V6, V6",
        "avf, aVF"
    })
    void aLeadIsKnownByTheUsualLabels(String label, String lead) {
        byte[] file = HandMadeEdf.file("", LATIN, channel(label, "uV", 500, HandMade.one()));

        assertThat(waveform(file).leads()).containsExactly(Lead.named(lead).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ECG", "ECG1", "ECG -aVR", "C3-A2", "Resp", "I-II", "V7R", "ECG V1-V2"})
    void whatIsNoLeadsLabelIsNotGuessed(String label) {
        refused(HandMadeEdf.file("", LATIN, channel(label, "uV", 500, HandMade.one())), Refusal.NO_LEADS);
    }

    @Test
    void theMicroSignIsReadInEveryCharacterSet() {
        for (String charset : new String[] {"ISO-8859-1", "UTF-8", "GB18030"}) {
            String micro = charset.equals("GB18030") ? "μV" : "µV"; // GB 18030 has the Greek letter in two bytes
            byte[] file = HandMadeEdf.file("", Charset.forName(charset), utf8Padded(micro, charset));

            assertThat(waveform(file).scales().get(0).microvoltsPerCount()).isCloseTo(0.1, within(1e-6));
        }
    }

    /** A unit that takes more bytes than letters must not move what stands after it. */
    private static Channel utf8Padded(String unit, String charset) {
        int bytes = unit.getBytes(Charset.forName(charset)).length;
        return new Channel("I", unit + " ".repeat(8 - bytes), "-3276.8", "3276.7", 500, HandMade.one());
    }

    @Test
    void bdfHas24BitsASample() {
        int[] wide = HandMade.one();
        Arrays.setAll(wide, at -> wide[at] * 10_000);
        for (String kind : new String[] {"24BIT", "BDF+C"}) {
            Waveform waveform = waveform(HandMadeEdf.file(kind, LATIN, channel("I", "uV", 500, wide)));

            assertThat(waveform.counts(Lead.I).orElseThrow()).isEqualTo(wide);
        }
        assertThat(taken(HandMadeEdf.file("BDF+D", "uV", "-3276.8", "3276.7"))
                        .marks()
                        .gaps())
                .containsExactly(500);
    }

    @Test
    void signalsThatAreNoLeadsMayHaveOtherRates() {
        byte[] file = HandMadeEdf.file(
                "EDF+C",
                LATIN,
                channel("Resp chest", "", 25, new int[50]),
                channel("ECG II", "mV", 500, HandMade.two()),
                channel("SpO2", "%", 1, new int[2]));

        assertThat(waveform(file).counts(Lead.II).orElseThrow()).isEqualTo(HandMade.two());
    }

    @Test
    void ofLeadsOfDifferentRatesThoseOfTheMostUsualAreTaken() {
        byte[] file = HandMadeEdf.file(
                "",
                LATIN,
                channel("V1", "uV", 250, new int[500]),
                channel("I", "uV", 500, HandMade.one()),
                channel("II", "uV", 500, HandMade.two()));

        assertThat(waveform(file).leads()).containsExactly(Lead.I, Lead.II);
        assertThat(waveform(file).rate().hertz()).isEqualTo(500);
    }

    @Test
    void aFileThatWasNotClosedHasAsManyRecordsAsItHasBytes() {
        byte[] file = HandMadeEdf.file("EDF+C", "uV", "-3276.8", "3276.7");
        System.arraycopy("-1      ".getBytes(LATIN), 0, file, 236, 8);

        assertThat(waveform(file).length()).isEqualTo(HandMade.SAMPLES);
    }

    private static Channel channel(String label, String unit, int each, int[] counts) {
        return new Channel(label, unit, "-3276.8", "3276.7", each, counts);
    }
}
