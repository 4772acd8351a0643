package org.ecgnet.format.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.format.cart.Readings.counts;
import static org.ecgnet.format.cart.Readings.refused;
import static org.ecgnet.format.cart.Readings.taken;
import static org.ecgnet.format.cart.Readings.waveform;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.HandMade;
import org.ecgnet.format.cart.HandMadeDicom;
import org.ecgnet.format.cart.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomDialectsTest {

    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final HandMadeDicom DICOM = new HandMadeDicom(true, ByteOrder.LITTLE_ENDIAN);

    @Test
    void theTransferSyntaxDoesNotChangeASample() {
        for (byte[] file : new byte[][] {HandMadeDicom.bigEndian(), HandMadeDicom.deflated()}) {
            assertThat(counts(file, Lead.II)).isEqualTo(HandMade.two());
            assertThat(taken(file).patient().identity()).contains("ID-7");
        }
    }

    @Test
    void aDataSetSavedWithoutItsHeaderIsReadAsItBegins() {
        byte[] explicit = HandMadeDicom.explicit();
        byte[] implicit = HandMadeDicom.implicit();

        assertThat(counts(withoutHeader(explicit, EXPLICIT), Lead.I)).isEqualTo(HandMade.one());
        assertThat(counts(withoutHeader(implicit, "1.2.840.10008.1.2"), Lead.I)).isEqualTo(HandMade.one());
    }

    private static byte[] withoutHeader(byte[] file, String syntax) {
        return Arrays.copyOfRange(file, HandMadeDicom.file(syntax, new byte[0]).length, file.length);
    }

    @Test
    void aDeflatedBombIsRefusedAtItsBound() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[60_000_000]);
        deflater.finish();
        byte[] packed = new byte[200_000];
        int length = deflater.deflate(packed);
        deflater.end();

        refused(HandMadeDicom.file("1.2.840.10008.1.2.1.99", Arrays.copyOf(packed, length)), Refusal.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"SB, 8", "UB, 8", "SS, 16", "US, 16", "SL, 32"})
    void samplesOfEveryLinearFormAreRead(String form, int bits) {
        int[] ramp = new int[600];
        Arrays.setAll(ramp, at -> form.startsWith("U") ? at % 250 : at % 250 - 125);

        assertThat(counts(file(form, bits, "MDC", "2:1", "", "0.0025", "mV", ramp), Lead.I))
                .isEqualTo(ramp);
    }

    @Test
    void logarithmicSamplesAreRefused() {
        refused(file("MB", 8, "MDC", "2:1", "", "1", "uV", HandMade.one()), Refusal.NOT_SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "SCPECG, 5.6.3-9-1, Lead aVR (nothing to do with it), I",
        "'', 5.6.3-9-3, '', V1",
        "MDC, 2:61, '', III",
        "MDC, MDC_ECG_LEAD_V3, '', V3",
        "SCPECG, 5.6.3-9-0, Lead V2, V2",
        "99CART, A7, aVF (Goldberger), aVF",
        "99CART, A7, Ⅱ导联, II"
    })
    void aLeadIsKnownByNumberByNameAndByMeaning(String scheme, String code, String meaning, String lead) {
        HandMadeDicom dicom = DICOM;
        byte[] channel = HandMadeDicom.joined(
                dicom.sequence(
                        0x003A_0208,
                        HandMadeDicom.joined(
                                dicom.element(0x0008_0100, "SH", code),
                                dicom.element(0x0008_0102, "SH", scheme),
                                dicom.element(0x0008_0104, "LO", meaning.getBytes(StandardCharsets.UTF_8)))),
                dicom.element(0x003A_0210, "DS", "5"),
                dicom.sequence(0x003A_0211, dicom.element(0x0008_0100, "SH", "uV")));

        assertThat(waveform(file(dicom.sequence(0x003A_0200, channel), "SS", 16, HandMade.one()))
                        .leads())
                .containsExactly(Lead.named(lead).orElseThrow());
    }

    @Test
    void aLeadWithoutASourceIsKnownByItsLabel() {
        byte[] channel = HandMadeDicom.joined(
                DICOM.element(0x003A_0203, "SH", "V5"),
                DICOM.element(0x003A_0210, "DS", "5"),
                DICOM.sequence(0x003A_0211, DICOM.element(0x0008_0104, "LO", "microvolt")));

        Waveform waveform = waveform(file(DICOM.sequence(0x003A_0200, channel), "SS", 16, HandMade.one()));
        assertThat(waveform.leads()).containsExactly(Lead.V5);
        assertThat(waveform.scales().get(0).microvoltsPerCount()).isEqualTo(5);
    }

    @Test
    void anInvertedLeadIsNoLead() {
        refused(file("SS", 16, "MDC", "2:65", "aVR", "1", "uV", HandMade.one()), Refusal.NO_LEADS);
        refused(file("SS", 16, "99CART", "", "Lead -aVR", "1", "uV", HandMade.one()), Refusal.NO_LEADS);
    }

    @ParameterizedTest
    @CsvSource({"1.25, uV, 2.5", "1250, nV, 2.5", "0.00125, mV, 2.5", "0.00000125, V, 2.5"})
    void sensitivityTimesCorrectionInAnyUnitIsTheSizeOfACount(String sensitivity, String unit, double microvolts) {
        byte[] file = file("SS", 16, "MDC", "2:1", "", sensitivity, unit, HandMade.one());

        assertThat(waveform(file).scales().get(0).microvoltsPerCount()).isCloseTo(microvolts, within(1e-9));
    }

    @Test
    void aChannelWithoutSensitivityOrAKnownUnitIsRefused() {
        refused(file("SS", 16, "MDC", "2:1", "", "", "uV", HandMade.one()), Refusal.NO_UNITS);
        refused(file("SS", 16, "MDC", "2:1", "", "1", "mmHg", HandMade.one()), Refusal.NO_UNITS);
    }

    @Test
    void ofSeveralGroupsTheMeasuredOneOfMostLeadsIsTaken() {
        byte[] one = DICOM.sequence(0x003A_0200, channel("2:1"));
        byte[] both = DICOM.sequence(0x003A_0200, channel("2:1"), channel("2:2"));
        int[] longer = Arrays.copyOf(HandMade.one(), 1500);
        byte[] strip = DICOM.group("RHYTHM STRIP", "ORIGINAL", one, "SS", 16, longer);
        byte[] rhythm = DICOM.group("RHYTHM", "ORIGINAL", both, "SS", 16, HandMade.one(), HandMade.two());
        byte[] beat = DICOM.group("MEDIAN BEAT", "ORIGINAL", both, "SS", 16, longer, longer);
        byte[] derived = DICOM.group("", "DERIVED", both, "SS", 16, longer, longer);

        byte[] file = HandMadeDicom.file(EXPLICIT, DICOM.dataSet(beat, strip, derived, rhythm));
        assertThat(counts(file, Lead.II)).isEqualTo(HandMade.two());

        refused(HandMadeDicom.file(EXPLICIT, DICOM.dataSet(beat, derived)), Refusal.NO_LEADS);
        refused(HandMadeDicom.file(EXPLICIT, DICOM.dataSet()), Refusal.NO_WAVEFORM);
    }

    @Test
    void paddingIsMarkedAndIsNoAmplitude() {
        int[] padded = HandMade.one();
        Arrays.fill(padded, 100, 150, Short.MIN_VALUE);
        byte[] group = HandMadeDicom.joined(
                DICOM.group("RHYTHM", "ORIGINAL", DICOM.sequence(0x003A_0200, channel("2:1")), "SS", 16, padded),
                DICOM.element(0x5400_100A, "OW", new byte[] {0, (byte) 0x80}));

        var recording = taken(HandMadeDicom.file(EXPLICIT, DICOM.dataSet(group)));

        assertThat(recording.marks().leadsOff()).containsExactly(new LeadOff(Lead.I, 100, 150));
        assertThat(recording.waveform().microvolts(Lead.I).orElseThrow()[120]).isZero();
    }

    private static byte[] channel(String code) {
        return DICOM.channel("MDC", code, "", "1.25", "uV");
    }

    private static byte[] file(
            String form,
            int bits,
            String scheme,
            String code,
            String meaning,
            String sensitivity,
            String unit,
            int[] counts) {
        byte[] channel = DICOM.channel(scheme, code, meaning, sensitivity, unit);
        return file(DICOM.sequence(0x003A_0200, channel), form, bits, counts);
    }

    private static byte[] file(byte[] channels, String form, int bits, int[] counts) {
        return HandMadeDicom.file(
                EXPLICIT, DICOM.dataSet(DICOM.group("RHYTHM", "ORIGINAL", channels, form, bits, counts)));
    }
}
