package org.ecgnet.format.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.format.cart.Readings.refused;
import static org.ecgnet.format.cart.Readings.replaced;
import static org.ecgnet.format.cart.Readings.taken;

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
import org.ecgnet.hostile.Ordeal;
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
        CartRecording recording = taken(file);
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
        assertThat(microvolts(HandMadeScp.file(false))).isEqualTo(-250); // 5000 nV a count
        assertThat(microvolts(HandMadeXml.aecg())).isEqualTo(-240); // origin 0.01 mV, 5 uV a count
        assertThat(microvolts(HandMadeDicom.explicit()))
                .isCloseTo(-200, within(1e-6)); // 2.5 uV, corrected by 2, from 50 uV
        assertThat(microvolts(HandMadeXml.philips())).isEqualTo(-250);
        assertThat(microvolts(HandMadeXml.muse("500"))).isCloseTo(-244, within(1e-9));
        assertThat(microvolts(HandMadeEdf.file("EDF+C", "uV", "-3276.8", "3276.7")))
                .isCloseTo(-5, within(.06));
        assertThat(microvolts(HandMadeEdf.file("EDF+D", "mV", "3.2767", "-3.2768")))
                .isCloseTo(4.9, within(.06));
    }

    private static double microvolts(byte[] file) {
        return taken(file).waveform().microvolts(Lead.I).orElseThrow()[0];
    }

    @Test
    void whereTheFileTellsItsOffsetItCounts() {
        for (byte[] file : new byte[][] {HandMadeScp.file(true), HandMadeXml.aecg(), HandMadeDicom.implicit()}) {
            assertThat(taken(file).recordedAt().offset()).contains(ZoneOffset.ofHours(8));
        }
    }

    @Test
    void marksOfTheFileAreMarksOfTheRecording() {
        assertThat(taken(HandMadeXml.muse("500")).marks().leadsOff())
                .containsExactly(new LeadOff(Lead.II, 0, HandMade.SAMPLES));
        assertThat(taken(HandMadeEdf.file("EDF+D", "uV", "-3276.8", "3276.7"))
                        .marks()
                        .gaps())
                .containsExactly(500);
    }

    @Test
    void whatIsNotStatedIsRefusedNeverGuessed() {
        refused(replaced(HandMadeXml.muse("500"), "MICROVOLTS", "LSB"), Refusal.NO_UNITS);
        refused(replaced(HandMadeXml.muse("500"), "4.88", "0"), Refusal.NO_UNITS);
        refused(HandMadeXml.muse(""), Refusal.NO_UNITS);
        refused(
                replaced(HandMadeXml.muse("500"), "<LeadID>I<", "<LeadID>CH1<", "<LeadID>II<", "<LeadID>X<"),
                Refusal.NO_LEADS);
        refused(replaced(HandMadeXml.muse("500"), "11-22-2020", "31-31-2020"), Refusal.NO_TIME);
        refused(replaced(HandMadeXml.muse("500"), ">Rhythm<", ">Other<"), Refusal.NO_WAVEFORM);
        refused(replaced(HandMadeXml.aecg(), "unit=\"ms\"", "unit=\"h\""), Refusal.NO_UNITS);
        refused(replaced(HandMadeXml.philips(), "<resolution>5</resolution>", ""), Refusal.NO_UNITS);
        refused(replaced(HandMadeXml.philips(), "\"Uncompressed\"", "\"Zip\""), Refusal.NOT_SUPPORTED);
        refused(HandMadeEdf.file("EDF+C", "mmHg", "-3276.8", "3276.7"), Refusal.NO_UNITS);
        refused(HandMadeEdf.file("EDF+C", "uV", "1", "1"), Refusal.NO_UNITS);
        refused("JPEG".getBytes(StandardCharsets.UTF_8), Refusal.UNKNOWN_FORMAT);
        refused(new byte[0], Refusal.UNKNOWN_FORMAT);
        refused(new byte[CartFiles.MOST_BYTES + 1], Refusal.TOO_LARGE);
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
            byte[] file = HandMadeScp.file(true);
            file[2 + random.nextInt(file.length - 2)] ^= (byte) (1 + random.nextInt(255));

            assertThat(CartFiles.read(file)).isInstanceOf(CartReading.Refused.class);
        }
    }

    @Test
    void chineseNamesAreReadInWhateverCharacterSetTheCartWrites() {
        String text = new String(HandMadeXml.philips(), StandardCharsets.UTF_8);
        for (byte[] file : new byte[][] {
            text.getBytes(Charset.forName("GB18030")), // declared as UTF-8, wrongly
            text.replace("UTF-8", "GB2312").getBytes(Charset.forName("GB2312")),
            text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)
        }) {
            assertThat(taken(file).patient().name()).contains("李 华");
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
        assertThat(HandMade.byFormat().keySet()).containsExactlyInAnyOrderElementsOf(CartFiles.names());

        Ordeal ordeal = HostileFiles.check(seed, 800);

        assertThat(ordeal.inputs()).isEqualTo(800L * CartFiles.names().size());
        assertThat(ordeal.legal()).isPositive();
        assertThat(ordeal.slowestNanos()).isLessThan(5_000_000_000L);
    }
}
