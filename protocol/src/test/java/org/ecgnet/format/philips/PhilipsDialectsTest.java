package org.ecgnet.format.philips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecgnet.format.cart.Readings.counts;
import static org.ecgnet.format.cart.Readings.refused;
import static org.ecgnet.format.cart.Readings.replaced;
import static org.ecgnet.format.cart.Readings.taken;
import static org.ecgnet.format.cart.Readings.waveform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.HandMade;
import org.ecgnet.format.cart.HandMadeXml;
import org.ecgnet.format.cart.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhilipsDialectsTest {

    private static final String SIX = "I II III aVR aVL aVF";
    private static final int N = HandMade.SAMPLES;

    @Test
    void packedLimbLeadsAreWhatRemainsBesideTheFirstTwo() {
        int[] one = HandMade.one();
        int[] two = HandMade.two();
        List<int[]> stored = new ArrayList<>(List.of(one, two));
        int[] rest = new int[N];
        Arrays.setAll(rest, at -> at % 3 - 1);
        for (int lead = 2; lead < 6; lead++) {
            stored.add(rest);
        }
        Waveform waveform = waveform(HandMadeXml.philips(SIX, "XLI", xli(stored), N));

        int[] three = waveform.counts(Lead.III).orElseThrow();
        int[] right = waveform.counts(Lead.AVR).orElseThrow();
        for (int at = 0; at < N; at++) {
            assertThat(three[at]).isEqualTo(two[at] - one[at] - rest[at]);
            assertThat(right[at]).isEqualTo(-rest[at] - (int) Math.floor((one[at] + two[at]) / 2.0));
        }
        assertThat(waveform.leads()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Base64", "Plain"})
    void unpackedLimbLeadsAreComputedWhateverTheFileHolds(String encoding) {
        int[] all = new int[6 * N];
        System.arraycopy(HandMade.one(), 0, all, 0, N);
        System.arraycopy(HandMade.two(), 0, all, N, N);
        String data = encoding.equals("Plain")
                ? Arrays.stream(all).mapToObj(String::valueOf).collect(Collectors.joining(" "))
                : base64(all);

        Waveform waveform = waveform(HandMadeXml.philips(SIX, "Uncompressed", encoding, data, N));

        assertThat(waveform.leads()).containsExactly(Lead.I, Lead.II);
        assertThat(waveform.microvolts(Lead.III).orElseThrow()[7])
                .isEqualTo(5.0 * (HandMade.two()[7] - HandMade.one()[7]));
    }

    @Test
    void theCalibrationMarkAfterTheLastBeatIsCutOff() {
        byte[] file = HandMadeXml.philips("I II", "XLI", xli(List.of(marked(200), marked(200))), N);

        assertThat(counts(file, Lead.I)).isEqualTo(Arrays.copyOf(HandMade.one(), 700));
    }

    @Test
    void aMarkThatIsNoMillivoltByTheFilesOwnScaleIsARefusal() {
        refused(HandMadeXml.philips("I II", "XLI", xli(List.of(marked(100), marked(100))), N), Refusal.NO_UNITS);
    }

    @Test
    void aPlateauInOneLeadAloneIsNoMark() {
        int[] other = marked(200);
        Arrays.fill(other, 750, 850, 7);
        byte[] file = HandMadeXml.philips("I II", "XLI", xli(List.of(marked(200), other)), N);

        assertThat(waveform(file).length()).isEqualTo(N);
    }

    /** 700 samples of lead I, zeros, 200 ms of a height, zeros. */
    private static int[] marked(int height) {
        int[] counts = Arrays.copyOf(Arrays.copyOf(HandMade.one(), 700), N);
        Arrays.fill(counts, 750, 850, height);
        return counts;
    }

    @Test
    void aPackedLeadOfAnotherLengthIsDamageForItsHalvesWouldNotBelongTogether() {
        byte[] both = xli(List.of(HandMade.one(), HandMade.two()));

        refused(HandMadeXml.philips("I II", "XLI", both, N - 100), Refusal.DAMAGED);
        refused(HandMadeXml.philips("I II", "XLI", both, N + 100), Refusal.DAMAGED);
    }

    @Test
    void resolutionAndRateMayStandInEitherPlaceButNotDifferently() {
        byte[] file = HandMadeXml.philips();
        byte[] moved = replaced(
                file,
                "<resolution>5</resolution>",
                "",
                "<samplingrate>500</samplingrate>",
                "",
                "dataencoding=",
                "resolution=\"5\" samplespersecond=\"500\" dataencoding=");
        assertThat(waveform(moved)).isEqualTo(waveform(file));

        refused(replaced(file, "dataencoding=", "resolution=\"2\" dataencoding="), Refusal.NO_UNITS);
    }

    @Test
    void versionsThatNobodyHasDescribedAreRefused() {
        byte[] file = HandMadeXml.philips();

        assertThat(waveform(replaced(file, ">1.04<", ">1.04.02<")).length()).isEqualTo(N);
        refused(replaced(file, ">1.04<", ">2.00<"), Refusal.NOT_SUPPORTED);
    }

    @Test
    void utf16WithAndWithoutItsMarkIsRead() {
        String text = new String(HandMadeXml.packedPhilips(), StandardCharsets.UTF_8).replace("UTF-8", "UTF-16");
        for (byte[] file : new byte[][] {
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            text.getBytes(StandardCharsets.UTF_16LE),
            text.getBytes(StandardCharsets.UTF_16BE),
            text.getBytes(StandardCharsets.UTF_8) // as programs write that take the words of a string for the file's
        }) {
            assertThat(counts(file, Lead.I)).isEqualTo(HandMade.one());
            assertThat(taken(file).patient().name()).contains("李 华");
        }
    }

    private static byte[] xli(List<int[]> leads) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        leads.forEach(lead -> blocks.writeBytes(HandMadeXml.xli(lead)));
        return blocks.toByteArray();
    }

    private static String base64(int[] counts) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(counts).forEach(count -> bytes.putShort((short) count));
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
