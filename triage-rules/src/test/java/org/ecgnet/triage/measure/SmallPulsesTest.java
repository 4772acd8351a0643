package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmallPulsesTest {

    private static final SampleRate RATE = new SampleRate(500);
    private static final int[] PULSES = {400, 900, 1400, 1900};
    private static final int LEADS = 8;

    @Test
    void aBendThatStandsAloneInThreeLeadsIsAPulse() {
        assertThat(SmallPulses.find(pulses(3, 100))).containsExactly(400, 900, 1400, 1900);
    }

    @Test
    void aTornWireShowsInOneLeadAndIsNone() {
        assertThat(SmallPulses.find(pulses(2, 1000))).isEmpty();
    }

    @Test
    void theBendsOfAllLeadsTogetherAreAtLeast300Microvolts() {
        assertThat(SmallPulses.find(pulses(3, 87))).hasSize(PULSES.length);
        assertThat(SmallPulses.find(pulses(3, 86))).isEmpty();
    }

    @Test
    void whatBendsOnAfterwardsIsNoPulse() {
        LeadSignals signals = pulses(3, 1000);
        for (int pulse : PULSES) {
            for (int k = 0; k < 3; k++) {
                signals.microvolts()[k][pulse + 10] = 300;
            }
        }

        assertThat(SmallPulses.find(signals)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"NORMAL", "LBBB", "ECTOPY", "SVT", "HYPERKALAEMIA"})
    void noComplexIsAPulse(Scenario scenario) {
        for (int seed = 1; seed <= 5; seed++) {
            LeadSignals signals = LeadSignals.of(
                    Hearts.recording(scenario, seed, 10, RATE).recording().waveform());

            assertThat(PaceSpikes.added(signals, UnitMarks.NONE).paceSamples()).isEmpty();
        }
    }

    /** Peaks of one sample in noise of 0.1 uV. */
    private static LeadSignals pulses(int leads, double microvolts) {
        Random chance = new Random(1);
        double[][] x = new double[LEADS][2500];
        for (double[] lead : x) {
            Arrays.setAll(lead, n -> chance.nextGaussian() * 0.1);
        }
        for (int k = 0; k < leads; k++) {
            for (int pulse : PULSES) {
                x[k][pulse] += microvolts;
            }
        }
        return LeadSignals.of(RATE, List.copyOf(Lead.INDEPENDENT_8), x);
    }
}
