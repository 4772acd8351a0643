package org.ecgnet.format.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CartFilesTest {

    static Stream<byte[]> files() {
        return HandMade.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFormatGivesTheSamplesTimeAndPatientOfTheFile(byte[] file) {
        CartReading.Accepted accepted = accepted(file);

        CartRecording recording = accepted.recording();
        Waveform waveform = recording.waveform();
        assertThat(waveform.rate().hertz()).isEqualTo(500);
        assertThat(waveform.leads()).containsExactly(Lead.I, Lead.II);
        int sign = waveform.counts(Lead.I).orElseThrow()[0] == 50 ? -1 : 1;
        assertThat(waveform.counts(Lead.I).orElseThrow())
                .isEqualTo(
                        Arrays.stream(HandMade.one()).map(count -> sign * count).toArray());
        assertThat(waveform.counts(Lead.II).orElseThrow())
                .isEqualTo(
                        Arrays.stream(HandMade.two()).map(count -> sign * count).toArray());
        assertThat(recording.recordedAt().local()).isEqualTo(LocalDateTime.parse("2020-11-22T09:10:11"));
        assertThat(recording.patient().identity()).contains("ID-7");
        assertThat(recording.patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(recording.patient().name().orElseThrow()).containsPattern("Li Hua|Hua|李 华");
        assertThat(recording.patient().on(LocalDate.of(2020, 11, 22)).ageYears().orElseThrow())
                .isIn(61, 67);
    }

    @Test
    void theMicrovoltsAreThoseOfEachFormatsFormula() {
        assertThat(microvolts(HandMade.scp(false))).isEqualTo(-250); // 5000 nV a count
        assertThat(microvolts(HandMade.aecg())).isEqualTo(-240); // origin 0.01 mV, 5 uV a count
        assertThat(microvolts(HandMade.dicom(true)))
                .isCloseTo(-200, within(1e-6)); // 2.5 uV, corrected by 2, from 50 uV
        assertThat(microvolts(HandMade.philips())).isEqualTo(-250);
        assertThat(microvolts(HandMade.muse("500"))).isCloseTo(-244, within(1e-9));
        assertThat(microvolts(HandMade.edf("EDF+C", "uV", "-3276.8", "3276.7"))).isCloseTo(-5, within(.06));
        assertThat(microvolts(HandMade.edf("EDF+D", "mV", "3.2767", "-3.2768"))).isCloseTo(4.9, within(.06));
    }

    private static double microvolts(byte[] file) {
        return accepted(file).recording().waveform().microvolts(Lead.I).orElseThrow()[0];
    }

    @Test
    void whereTheFileTellsItsOffsetItCounts() {
        for (byte[] file : new byte[][] {HandMade.scp(true), HandMade.aecg(), HandMade.dicom(false)}) {
            assertThat(accepted(file).recording().recordedAt().offset()).contains(ZoneOffset.ofHours(8));
        }
    }

    @Test
    void marksOfTheFileAreMarksOfTheRecording() {
        assertThat(accepted(HandMade.muse("500")).recording().marks().leadsOff())
                .containsExactly(new LeadOff(Lead.II, 0, HandMade.SAMPLES));
        assertThat(accepted(HandMade.edf("EDF+D", "uV", "-3276.8", "3276.7"))
                        .recording()
                        .marks()
                        .gaps())
                .containsExactly(500);
    }

    @Test
    void whatIsNotStatedIsRefusedNeverGuessed() {
        assertRefused(replaced(HandMade.muse("500"), "MICROVOLTS", "LSB"), Refusal.NO_UNITS);
        assertRefused(replaced(HandMade.muse("500"), "4.88", "0"), Refusal.NO_UNITS);
        assertRefused(HandMade.muse(""), Refusal.NO_UNITS);
        assertRefused(
                replaced(HandMade.muse("500"), "<LeadID>I<", "<LeadID>CH1<", "<LeadID>II<", "<LeadID>X<"),
                Refusal.NO_LEADS);
        assertRefused(replaced(HandMade.muse("500"), "11-22-2020", "31-31-2020"), Refusal.NO_TIME);
        assertRefused(replaced(HandMade.muse("500"), ">Rhythm<", ">Other<"), Refusal.NO_WAVEFORM);
        assertRefused(replaced(HandMade.aecg(), "unit=\"ms\"", "unit=\"h\""), Refusal.NO_UNITS);
        assertRefused(replaced(HandMade.philips(), "<resolution>5</resolution>", ""), Refusal.NO_UNITS);
        assertRefused(replaced(HandMade.philips(), "\"Uncompressed\"", "\"Zip\""), Refusal.NOT_SUPPORTED);
        assertRefused(HandMade.edf("EDF+C", "mmHg", "-3276.8", "3276.7"), Refusal.NO_UNITS);
        assertRefused(HandMade.edf("EDF+C", "uV", "1", "1"), Refusal.NO_UNITS);
        assertRefused("JPEG".getBytes(StandardCharsets.UTF_8), Refusal.UNKNOWN_FORMAT);
        assertRefused(new byte[0], Refusal.UNKNOWN_FORMAT);
        assertRefused(new byte[CartFiles.MOST_BYTES + 1], Refusal.TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileCutAnywhereIsRefusedAsDamagedOrUnknown(byte[] file) {
        int step = Math.max(1, file.length / 60);
        for (int length = 0; length < file.length - 60; length += step) {
            CartReading reading = CartFiles.read(Arrays.copyOf(file, length));
            assertThat(reading).as("cut to " + length).isInstanceOf(CartReading.Refused.class);
        }
    }

    @Test
    void oneFlippedByteOfAnScpFileIsSeen() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] file = HandMade.scp(true);
            file[2 + random.nextInt(file.length - 2)] ^= (byte) (1 + random.nextInt(255));

            assertThat(CartFiles.read(file)).isInstanceOf(CartReading.Refused.class);
        }
    }

    @Test
    void chineseNamesAreReadInWhateverCharacterSetTheCartWrites() {
        String text = new String(HandMade.philips(), StandardCharsets.UTF_8);
        for (byte[] file : new byte[][] {
            text.getBytes(Charset.forName("GB18030")), // declared as UTF-8, wrongly
            text.replace("UTF-8", "GB2312").getBytes(Charset.forName("GB2312")),
            text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)
        }) {
            assertThat(accepted(file).recording().patient().name()).contains("李 华");
        }
    }

    @Test
    void anEntityIsNeitherExpandedNorFetched() {
        String bomb = "<!DOCTYPE RestingECG [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>\n<RestingECG>&b;&f;<Waveform/></RestingECG>";

        assertThat(CartFiles.read(bomb.getBytes(StandardCharsets.UTF_8))).isInstanceOf(CartReading.Refused.class);
        String deep = "<RestingECG>" + "<a>".repeat(100_000);
        assertThat(CartFiles.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new CartReading.Refused(Refusal.DAMAGED, "MUSE XML: no well-formed XML"));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalSaysWhatIsWrongAndWhatToDoInBothLanguages(Refusal refusal) {
        assertThat(refusal.chinese()).matches("(?s).*\\p{IsHan}.*。");
        assertThat(refusal.chineseRemedy()).matches("(?s).*\\p{IsHan}.*。");
        assertThat(refusal.english()).endsWith(".");
        assertThat(refusal.englishRemedy()).endsWith(".");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void noDamageEscapesAsAnException(long seed) {
        assertThat(HostileFiles.check(seed, 5000)).isPositive();
    }

    private static byte[] replaced(byte[] file, String... pairs) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (int at = 0; at < pairs.length; at += 2) {
            assertThat(text).contains(pairs[at]);
            text = text.replace(pairs[at], pairs[at + 1]);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(byte[] file, Refusal refusal) {
        CartReading reading = CartFiles.read(file);
        assertThat(reading).isInstanceOf(CartReading.Refused.class);
        assertThat(((CartReading.Refused) reading).refusal()).isEqualTo(refusal);
    }

    private static CartReading.Accepted accepted(byte[] file) {
        CartReading reading = CartFiles.read(file);
        assertThat(reading).isInstanceOf(CartReading.Accepted.class);
        return (CartReading.Accepted) reading;
    }
}
