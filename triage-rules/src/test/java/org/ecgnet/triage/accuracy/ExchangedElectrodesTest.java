package org.ecgnet.triage.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.reversal.ElectrodeSwap;
import org.ecgnet.triage.reversal.LeadReversal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exchanged electrodes on simulated hearts, which the table of real beats has never seen. */
class ExchangedElectrodesTest {

    private static final int SEEDS = 4;

    private final Triage triage = new Triage(RuleProfile.DEFAULT);

    @ParameterizedTest
    @EnumSource(value = ElectrodeSwap.class, names = "LA_LL", mode = EnumSource.Mode.EXCLUDE)
    void anExchangeIsNamedAndNeverGreen(ElectrodeSwap swap) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Reading reading = read(Swapped.of(heart(Scenario.NORMAL, seed), swap));

            assertThat(reading.quality().reversal().map(LeadReversal::swap))
                    .as("seed %d", seed)
                    .contains(swap);
            assertThat(reading.level()).as("seed %d", seed).isNotEqualTo(TriageLevel.GREEN);
            assertThat(reading.findings())
                    .filteredOn(finding -> finding.rule().equals("Q-LEAD_REVERSAL"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.english())
                            .contains(swap.english())
                            .contains("repeat"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"LA_RA_SWAP", "NOISY", "LEAD_OFF"},
            mode = EnumSource.Mode.EXCLUDE)
    void noHeartOfItsOwnLooksExchanged(Scenario scenario) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(read(heart(scenario, seed)).quality().reversal())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aRedStandsBesideTheExchange() {
        Reading reading = read(Swapped.of(heart(Scenario.INFERIOR_STEMI, 1), ElectrodeSwap.V1_V2));

        assertThat(reading.level()).isEqualTo(TriageLevel.RED);
        assertThat(reading.findings()).extracting(Finding::rule).contains("R11");
    }

    private static Recording heart(Scenario scenario, int seed) {
        return Hearts.recording(scenario, seed, 10, new SampleRate(500)).recording();
    }

    private Reading read(Recording recording) {
        return triage.read(recording, Patient.of(Sex.MALE, 60), Symptoms.NONE);
    }
}
