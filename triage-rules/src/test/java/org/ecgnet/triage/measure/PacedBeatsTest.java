package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PacedBeatsTest {

    private static final SampleRate IN_MILLIS = new SampleRate(1000);

    @ParameterizedTest(name = "QRS begins {0} ms behind the pulse: {1}")
    @CsvSource({"101, false", "100, true", "0, true", "-40, true", "-41, false"})
    void aPulseBeginsTheQrsThatFollowsAtOnce(int behind, boolean begun) {
        assertThat(new PacedBeats(List.of(1000), IN_MILLIS).begin(1000 + behind))
                .isEqualTo(begun);
    }

    @Test
    void withoutPulsesNothingIsPaced() {
        assertThat(PacedBeats.NONE.begin(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PACED", "CAPTURE_FAILURE"})
    void everyCapturedBeatIsPacedAndMakesTheMedianBeat(Scenario scenario) {
        for (int seed = 1; seed <= 5; seed++) {
            EcgCase ecg = simulated(scenario, seed);

            assertThat(ecg.measured().beats())
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .allMatch(beat -> beat.kind() == Beat.Kind.PACED);
            assertThat(ecg.measured().qrsMillis().orElse(0)).as("seed %d", seed).isGreaterThan(120);
            assertThat(ecg.scores().claimed("PVC")).as("seed %d", seed).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SINUS_BRADYCARDIA", "LBBB", "VT"})
    void noBeatOfAHeartWithoutPulsesIsPaced(Scenario scenario) {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(simulated(scenario, seed).measured().beats())
                    .as("seed %d", seed)
                    .noneMatch(beat -> beat.kind() == Beat.Kind.PACED);
        }
    }

    private static EcgCase simulated(Scenario scenario, int seed) {
        return new Triage(RuleProfile.DEFAULT)
                .examine(
                        Hearts.recording(scenario, seed, 10, new SampleRate(500))
                                .recording(),
                        Patient.of(Sex.MALE, 60),
                        Symptoms.NONE)
                .ecg();
    }
}
