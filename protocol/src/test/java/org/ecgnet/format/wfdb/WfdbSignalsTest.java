package org.ecgnet.format.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WfdbSignalsTest {

    @Test
    void format16IsLowByteFirstAndSigned() {
        WfdbHeader header = header("r.dat 16 1000 16 0 1 4 0 I", "r.dat 16 1000 16 0 -2 -32770 0 V1");

        Waveform read = WfdbSignals.read(header, new byte[] {1, 0, -2, -1, 3, 0, 0, -128});

        assertThat(read.counts()).isDeepEqualTo(new int[][] {{1, 3}, {-2, -32_768}});
        assertThat(read.leads()).containsExactly(Lead.I, Lead.V1);
    }

    @Test
    void format212IsTwoSamplesInThreeBytes() {
        // 0x7FF and 0x800, then 0x123 and 0xFFF: lows beside shared high nibbles
        WfdbHeader header = header("r.dat 212 200 11 0 2047 0 0 MLII", "r.dat 212 200 11 0 -2048 0 0 V5");
        byte[] bytes = {(byte) 0xFF, (byte) 0x87, 0x00, 0x23, (byte) 0xF1, (byte) 0xFF};

        Waveform read = WfdbSignals.read(withoutChecksums(header), bytes);

        assertThat(read.counts()).isDeepEqualTo(new int[][] {{2047, 0x123}, {-2048, -1}});
        assertThat(read.leads()).containsExactly(Lead.II, Lead.V5);
    }

    @Test
    void theHeaderOfAChallengeFileIsSkipped() {
        byte[] bytes = new byte[24 + 2];
        bytes[24] = 7;

        assertThat(WfdbSignals.read(header("r.mat 16+24 1000/mV 16 0 7 7 0 aVF"), bytes)
                        .counts())
                .isDeepEqualTo(new int[][] {{7}});
    }

    @Test
    void aHeaderThatDoesNotSayTheLengthTakesWhatIsThere() {
        WfdbHeader header = WfdbHeader.parse("r 1 500\nr.dat 16 1000 16 0 1 6 0 I\n");

        assertThat(WfdbSignals.read(header, new byte[] {1, 0, 2, 0, 3, 0}).length())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "r.dat 16 1000 16 0 1 5 0 I; checksum of signal 'I': 4 (expected: 5)",
                "r.dat 16 1000 16 0 2 4 0 I; first sample of signal 'I': 1 (expected: 2)",
                "r.dat 80 1000 16 0 1 4 0 I; format: 80",
                "r.dat 16+99 1000 16 0 1 4 0 I; offset of 99",
                "r.dat 16 1000 16 0 1 4 0 SpO2; signal 'SpO2'",
                "r.dat 16 1000/mmHg 16 0 1 4 0 I; unit of signal 'I': 'mmHg'",
            })
    void whatDoesNotAgreeIsRefusedByName(String signal, String complaint) {
        assertThatThrownBy(() -> WfdbSignals.read(header(signal), new byte[] {1, 0, 3, 0}))
                .isInstanceOf(WfdbException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aFileShorterThanItsHeaderSaysIsRefused() {
        assertThatThrownBy(() -> WfdbSignals.read(header("r.dat 16 1000 16 0 1 4 0 I"), new byte[] {1, 0}))
                .hasMessageContaining("samples: 1 in the file (expected: 2");
    }

    @Test
    void twoSignalsOfOneLeadAreRefused() {
        WfdbHeader header = header("r.dat 16 1000 16 0 0 0 0 II", "r.dat 16 1000 16 0 0 0 0 MLII");

        assertThatThrownBy(() -> WfdbSignals.read(header, new byte[8])).hasMessageContaining("is there already");
    }

    @Test
    void signalsThatOnlySayEcgAreSecondLeadAndFirstChestLead() {
        WfdbHeader header = header("r.dat 16 1000 16 0 0 0 0 ECG", "r.dat 16 1000 16 0 0 0 0 ECG");

        assertThat(WfdbSignals.read(header, new byte[8]).leads()).containsExactly(Lead.II, Lead.V1);
    }

    private static WfdbHeader header(String... signals) {
        int samples = signals[0].contains(" I") && signals.length == 1 || signals.length > 1 ? 2 : 1;
        return WfdbHeader.parse("r " + signals.length + " 500 " + samples + "\n" + String.join("\n", signals) + "\n");
    }

    private static WfdbHeader withoutChecksums(WfdbHeader header) {
        return new WfdbHeader(
                header.record(),
                header.rate(),
                header.samples(),
                header.signals().stream()
                        .map(one -> new SignalSpec(
                                one.file(),
                                one.format(),
                                one.byteOffset(),
                                one.gain(),
                                one.baseline(),
                                one.unit(),
                                one.initialValue(),
                                java.util.OptionalInt.empty(),
                                one.name()))
                        .toList(),
                header.comments());
    }
}
