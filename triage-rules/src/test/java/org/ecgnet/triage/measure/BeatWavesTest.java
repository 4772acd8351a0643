package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulated hearts: which beats are marked with a P wave. */
class BeatWavesTest {

    private static final SampleRate RATE = new SampleRate(500);
    private static final int SEEDS = 10;

    @ParameterizedTest
    @EnumSource(names = {"AF", "FLUTTER_VARIABLE"})
    void noBeatOfFibrillatingOrFlutteringAtriaHasAP(Scenario scenario) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(waves(scenario, seed).values()).as("seed %d", seed).allSatisfy(beats -> assertThat(beats)
                    .isNotEmpty()
                    .allMatch(beat -> beat.pOn().isEmpty()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "SINUS_BRADYCARDIA", "LBBB"})
    void everySinusBeatInsideTheRecordingHasAP(Scenario scenario) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<BeatFiducials> beats = waves(scenario, seed).getOrDefault(Lead.II, List.of());

            assertThat(beats.subList(1, beats.size()))
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .allMatch(beat -> beat.pOn().isPresent());
        }
    }

    @Test
    void noComplexBeginsBeforeThePulseThatDrivesItIsOver() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Recording paced = Hearts.recording(Scenario.PACED, seed, 10, RATE).recording();
            List<Integer> pulses = paced.marks().paceSamples();
            MeasuredEcg ecg = new Triage(RuleProfile.DEFAULT)
                    .examine(paced, Patient.UNKNOWN, Symptoms.NONE)
                    .ecg()
                    .measured();

            assertThat(BeatWaves.of(ecg, pulses).values())
                    .as("seed %d", seed)
                    .allSatisfy(beats -> assertThat(beats).isNotEmpty().allMatch(beat -> pulses.stream()
                            .noneMatch(pulse -> beat.r() > pulse && beat.qrsOn() < pulse + RATE.samplesIn(20))));
        }
    }

    private static Map<Lead, List<BeatFiducials>> waves(Scenario scenario, int seed) {
        return BeatWaves.of(new Triage(RuleProfile.DEFAULT)
                .examine(Hearts.recording(scenario, seed, 10, RATE).recording(), Patient.UNKNOWN, Symptoms.NONE)
                .ecg()
                .measured());
    }
}
