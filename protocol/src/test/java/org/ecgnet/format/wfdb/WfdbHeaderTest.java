package org.ecgnet.format.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WfdbHeaderTest {

    @Test
    void aChallengeHeaderIsReadInFull() {
        WfdbHeader header = WfdbHeader.parse(
                """
                JS1 2 500 5000 29-Mar-2021 11:18:22
                JS1.mat 16+24 1000/mV 16 0 -346 -10918 0 I
                JS1.mat 16+24 1000/mV 16 0 -117 7038 0 aVR
                #Age: 37
                #Sex: Male
                """);

        assertThat(header.record()).isEqualTo("JS1");
        assertThat(header.rate().hertz()).isEqualTo(500);
        assertThat(header.samples()).hasValue(5000);
        assertThat(header.signals())
                .containsExactly(
                        new SignalSpec(
                                "JS1.mat", 16, 24, 1000, 0, "mV", OptionalInt.of(-346), OptionalInt.of(-10918), "I"),
                        new SignalSpec(
                                "JS1.mat", 16, 24, 1000, 0, "mV", OptionalInt.of(-117), OptionalInt.of(7038), "aVR"));
        assertThat(header.patient().sex()).isEqualTo(Sex.MALE);
        assertThat(header.patient().ageYears()).hasValue(37);
    }

    @ParameterizedTest(name = "{0}: {1} uV a count from {2}")
    @CsvSource({
        "1716(6)/mV 0 0, 0.5827505827505828, 6",
        "200 11 1024, 5.0, 1024",
        "0 12 0, 5.0, 0",
        "2(0)/uV 16 0, 0.5, 0",
        "1000.0(-5)/mV 16 0, 1.0, -5",
    })
    void gainAndBaselineSayWhatACountMeans(String gain, double microvolts, int baseline) {
        WfdbHeader header = WfdbHeader.parse("r 1 500 10\nr.dat 16 " + gain + " 0 0 0 II\n");

        assertThat(header.signals().get(0).scale()).isEqualTo(new LeadScale(microvolts, baseline));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "#<age>: 51|#<sex>: F; 51; FEMALE",
                "#75 F 1011 654 x1; 75; FEMALE",
                "#Age: 7.5 yr|#Sex: M; 7; MALE",
                "#Age: 16 mo|#Sex: F; 1; FEMALE",
                "#Age: 20 days|#Sex: F; 0; FEMALE",
                "#Age: 45 male|#Sex: M; 45; MALE",
                "#Age: 300|#Sex: Unknown; -1; UNKNOWN",
                "#Age: NaN; -1; UNKNOWN",
                "#; -1; UNKNOWN",
            })
    void ageAndSexComeFromTheComments(String comments, int age, Sex sex) {
        WfdbHeader header =
                WfdbHeader.parse("r 1 500 10\nr.dat 16 200 0 0 0 0 0 II\n" + comments.replace('|', '\n') + "\n");

        assertThat(header.patient().ageYears().orElse(-1)).isEqualTo(age);
        assertThat(header.patient().sex()).isEqualTo(sex);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "r; record line",
                "r/3 1 500 10; one segment",
                "r x 500 10; number of signals: 'x'",
                "r 65 500 10; number of signals: 65",
                "r 2 500 10|r.dat 16 200 0 0 0 0 0 I; signal lines: 1",
                "r 1 128.5 10|r.dat 16 200 0 0 0 0 0 I; sample rate: '128.5'",
                "r 1 0 10|r.dat 16 200 0 0 0 0 0 I; sample rate: '0'",
                "r 1 500 10|r.dat 16x4 200 0 0 0 0 0 I; all signals at one rate",
                "r 1 500 10|r.dat 16:3 200 0 0 0 0 0 I; no skew",
                "r 1 500 10|r.dat hi 200 0 0 0 0 0 I; format: 'hi'",
                "r 1 500 10|r.dat 16 -200 0 0 0 0 0 I; gain: '-200'",
                "r 1 500 10|r.dat 16 2e/mV 0 0 0 0 0 I; gain: '2e'",
            })
    void whatIsNotUnderstoodIsRefusedByName(String header, String complaint) {
        assertThatThrownBy(() -> WfdbHeader.parse(header.replace('|', '\n')))
                .isInstanceOf(WfdbException.class)
                .hasMessageContaining(complaint);
    }
}
