package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated hearts of known truth: what each must be read as, five seeds each. */
class SimulatedHeartsTest {

    private static final Patient MAN_60 = Patient.of(Sex.MALE, 60);
    private static final SampleRate RATE = new SampleRate(500);
    private static final int SEEDS = 5;

    private final Triage triage = new Triage(RuleProfile.DEFAULT);

    @ParameterizedTest(name = "{0} is {1} by {3}, hard: {2}")
    @CsvSource({
        "VT, RED, true, R05",
        "VF, RED, true, R03",
        "ASYSTOLE, RED, true, R01",
        "PAUSES, RED, true, R01",
        "COMPLETE_AV_BLOCK, RED, true, R10",
        "HIGH_GRADE_AV_BLOCK, RED, false, R10",
        "CAPTURE_FAILURE, RED, false, R25",
        "PRE_EXCITED_AF, RED, true, R08",
        "TWO_TO_ONE_AV_BLOCK, YELLOW, false, Y05",
        "MOBITZ_II, YELLOW, false, Y05",
        "WENCKEBACH, YELLOW, false, Y05",
        "PACED, YELLOW, false, Y15",
        "ANTERIOR_STEMI, RED, true, R11",
        "INFERIOR_STEMI, RED, true, R11",
        "LONG_QT, RED, false, R19",
        "AF, YELLOW, false, Y01",
        "SVT, YELLOW, false, Y02",
        "SINUS_BRADYCARDIA, YELLOW, false, Y04",
        "LBBB, YELLOW, false, Y09",
        "RBBB, YELLOW, false, Y09",
        "WPW, YELLOW, false, Y12",
        "BIFASCICULAR_BLOCK, YELLOW, false, Y09",
        "ALTERNATING_BUNDLE_BRANCH_BLOCK, YELLOW, false, Y05",
        "PULMONARY_EMBOLISM, YELLOW, false, Y13",
        "TAMPONADE, YELLOW, false, Y14",
        "T_ALTERNANS, RED, false, R21",
        "HYPERKALAEMIA, RED, true, R22",
        "SINOVENTRICULAR, RED, true, R22",
        "SINE_WAVE, RED, true, R22",
        "PEAKED_T, YELLOW, false, Y13",
        "HYPOKALAEMIA_ECTOPY, RED, false, R23",
        "NOISY, GREY, false, Q-STEEP",
        "LEAD_OFF, GREY, false, Q-ELECTRODE_OFF",
    })
    void isReadAsWhatItIs(Scenario scenario, TriageLevel level, boolean hard, String rule) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Reading reading = read(scenario, seed);

            assertThat(reading.level()).as("level, seed %d", seed).isEqualTo(level);
            assertThat(reading.hard()).as("hard, seed %d", seed).isEqualTo(hard);
            assertThat(reading.findings())
                    .as("rules, seed %d", seed)
                    .extracting(Finding::rule)
                    .contains(rule);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anEarlyBeatOnTIsRed(int seed) {
        assertThat(read(Scenario.R_ON_T, seed).findings(TriageLevel.RED))
                .extracting(Finding::rule)
                .contains("R20");
    }

    @ParameterizedTest(name = "{0} of an infant is {1} by {2}")
    @CsvSource({"INFANT_SINUS, GREEN, ''", "INFANT_SVT, RED, R26", "INFANT_BRADYCARDIA, RED, R26"})
    void anInfantIsReadByTheLimitsOfItsAge(Scenario scenario, TriageLevel level, String rule) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Reading reading = triage.read(
                    Hearts.recording(scenario, seed, 10, RATE).recording(), Patient.of(Sex.MALE, 0), Symptoms.NONE);

            assertThat(reading.level()).as("seed %d", seed).isEqualTo(level);
            assertThat(reading.findings().stream().map(Finding::rule).toList())
                    .as("seed %d", seed)
                    .containsAll(rule.isEmpty() ? List.of() : List.of(rule));
        }
    }

    @ParameterizedTest(name = "{0} claims {1}")
    @CsvSource({
        "WPW, WPW",
        "LAFB, LAFB",
        "BIFASCICULAR_BLOCK, LAFB",
        "BIFASCICULAR_BLOCK, RBBB",
        "LVH_STRAIN, LVH",
        "LONG_QT, LQT",
        "LBBB, LBBB",
        "RBBB, RBBB"
    })
    void theStatementOfAShapeIsClaimed(Scenario scenario, String code) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(read(scenario, seed).statements()).as("seed %d", seed).anySatisfy(statement -> {
                assertThat(statement.code()).isEqualTo(code);
                assertThat(statement.score()).isGreaterThanOrEqualTo(0.5);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"NORMAL", "SINUS_TACHYCARDIA", "FIRST_DEGREE_AV_BLOCK"})
    void aHealthyRhythmOrAPrBelow300IsGreen(Scenario scenario) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(read(scenario, seed).level()).as("seed %d", seed).isEqualTo(TriageLevel.GREEN);
        }
    }

    @Test
    void anInfarctionNamesItsLeads() {
        Finding anterior = read(Scenario.ANTERIOR_STEMI, 1).findings().get(0);
        Finding inferior = read(Scenario.INFERIOR_STEMI, 1).findings().get(0);

        assertThat(anterior.evidence()).extracting(Evidence::lead).contains(Optional.of(Lead.V2), Optional.of(Lead.V3));
        assertThat(inferior.evidence())
                .extracting(Evidence::lead)
                .contains(Optional.of(Lead.II), Optional.of(Lead.AVF));
        assertThat(inferior.english()).contains("II").contains("aVF");
        assertThat(inferior.chinese()).contains("导联ST段抬高");
    }

    @Test
    void theSameRecordingIsReadTheSameTwice() {
        assertThat(read(Scenario.AF, 3)).isEqualTo(read(Scenario.AF, 3));
    }

    private Reading read(Scenario scenario, int seed) {
        return triage.read(Hearts.recording(scenario, seed, 10, RATE).recording(), MAN_60, Symptoms.NONE);
    }
}
