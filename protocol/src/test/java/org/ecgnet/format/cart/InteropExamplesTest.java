package org.ecgnet.format.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Waveform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files written by other systems, against what independent readers found in them ({@code cart/origin.md}). */
class InteropExamplesTest {

    private static final String FOLDER = System.getProperty("ecg.data", "");

    @BeforeEach
    void theExamplesAreThere() {
        assumeTrue(!FOLDER.isEmpty(), "set -Decg.data to the folder of the recordings");
    }

    static Stream<String> expected() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(InteropExamplesTest.class.getResourceAsStream("/cart/examples.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void everySampleIsTheIndependentReaders(String line) throws IOException {
        List<String> parts = List.of(line.split(" "));

        int[] counts = read(parts.get(0))
                .waveform()
                .counts(Lead.named(parts.get(1)).orElseThrow())
                .orElseThrow();

        assertThat(List.of(counts.length, counts[0], counts[1], counts[2], crc(counts)))
                .containsExactly(
                        Integer.parseInt(parts.get(2)),
                        Integer.parseInt(parts.get(3)),
                        Integer.parseInt(parts.get(4)),
                        Integer.parseInt(parts.get(5)),
                        Integer.parseUnsignedInt(parts.get(6), 16));
    }

    @ParameterizedTest
    @CsvSource({
        "ecgtoolkit_example.scp, 500, 2.5, 2002-11-22T09:10, ELI250",
        "aecg_fda_example.xml, 500, 2.5, 2002-11-22T09:10, ELI250",
        "ecgtoolkit_example.dcm, 500, 2.5, 2002-11-22T09:10, ELI250",
        "pydicom_waveform_ecg.dcm, 1000, 1.25, 2013-01-25T10:59:19, ''",
        "philips_sierra_129DYPRG.xml, 500, 5, 2011-12-01T07:27:34, HeartstartMRx"
    })
    void rateAmplitudeTimeAndDeviceAreRead(String file, int hertz, double microvolts, String time, String device)
            throws IOException {
        CartRecording recording = read(file);

        Waveform waveform = recording.waveform();
        assertThat(waveform.rate().hertz()).isEqualTo(hertz);
        assertThat(waveform.leads()).hasSize(12);
        assertThat(waveform.scales())
                .allMatch(scale -> scale.microvoltsPerCount() == microvolts && scale.baselineCounts() == 0);
        assertThat(recording.recordedAt().local()).isEqualTo(java.time.LocalDateTime.parse(time));
        assertThat(recording.recordedAt().at(ZoneId.of("Asia/Shanghai"))).isNotNull();
        assertThat(recording.device()).contains(device);
    }

    @Test
    void thePatientIsRead() throws IOException {
        for (String file : List.of("ecgtoolkit_example.scp", "aecg_fda_example.xml", "ecgtoolkit_example.dcm")) {
            CartPatient patient = read(file).patient();

            assertThat(patient.name()).contains("Clark");
            assertThat(patient.identity()).contains("SBJ-123");
            assertThat(patient.sex()).isEqualTo(Sex.MALE);
            assertThat(patient.birth()).contains(LocalDate.of(1953, 5, 8));
            assertThat(patient.on(LocalDate.of(2002, 11, 22)).ageYears()).isEqualTo(OptionalInt.of(49));
        }
        assertThat(read("philips_sierra_129DYPRG.xml")
                        .patient()
                        .on(LocalDate.EPOCH)
                        .ageYears())
                .isEqualTo(OptionalInt.of(50));
    }

    private static CartRecording read(String file) throws IOException {
        CartReading reading = CartFiles.read(Files.readAllBytes(Path.of(FOLDER, "interop", file)));
        assertThat(reading).isInstanceOf(CartReading.Accepted.class);
        return ((CartReading.Accepted) reading).recording();
    }

    private static int crc(int[] counts) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * counts.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int count : counts) {
            bytes.putInt(count);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return (int) crc.getValue();
    }
}
