package org.ecgnet.triage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.LeadSignals;
import org.junit.jupiter.api.Test;

class SignalQualityTest {

    private static final SampleRate RATE = new SampleRate(500);
    private static final int LENGTH = 5000;

    /** A lead as a function of the sample. */
    private interface Signal {
        double at(int sample);
    }

    @Test
    void beatsOnALevelLineAreGood() {
        LeadQuality lead = quality(SignalQualityTest::beats);

        assertThat(lead.usable()).isTrue();
        assertThat(lead.trouble()).isEmpty();
    }

    @Test
    void wanderIsPoorAndMuchOfItUnusable() {
        assertThat(quality(i -> beats(i) + 1000 * Math.sin(i / 400.0)))
                .isEqualTo(new LeadQuality(Lead.II, true, Optional.of(LeadTrouble.WANDERING)));
        assertThat(quality(i -> beats(i) + 4000 * Math.sin(i / 400.0)))
                .isEqualTo(new LeadQuality(Lead.II, false, Optional.of(LeadTrouble.WANDERING)));
    }

    @Test
    void muscleNoiseIsPoorAndMuchOfItUnusable() {
        Random random = new Random(5);
        double[] noise = random.doubles(LENGTH, -1, 1).toArray();

        assertThat(quality(i -> beats(i) + 120 * noise[i]).trouble()).contains(LeadTrouble.NOISY);
        assertThat(quality(i -> beats(i) + 120 * noise[i]).usable()).isTrue();
        assertThat(quality(i -> beats(i) + 360 * noise[i]).usable()).isFalse();
    }

    @Test
    void aTallSteepComplexOfAnInfantIsNoJump() {
        assertThat(quality(i -> 8000 * spike(i % 170, 20)).usable()).isTrue();
    }

    @Test
    void aLeadThatJumpsAllTheTimeIsUnusable() {
        assertThat(quality(i -> i / 25 % 2 == 0 ? 3000 : -3000).trouble()).contains(LeadTrouble.STEEP);
    }

    @Test
    void humThatWasTakenAwayIsSaidAndCostsNothing() {
        LeadSignals clean = signals(SignalQualityTest::beats);
        LeadSignals raw = signals(i -> beats(i) + 100 * Math.sin(2 * Math.PI * 50 * i / 500.0 + 0.3));

        assertThat(SignalQuality.of(raw, clean, UnitMarks.NONE).leads())
                .containsExactly(new LeadQuality(Lead.II, true, Optional.of(LeadTrouble.MAINS)));
    }

    @Test
    void aLeadWhoseElectrodeTheUnitReportsOffIsUnusable() {
        UnitMarks marks = new UnitMarks(List.of(new LeadOff(Lead.II, 0, 1000)), List.of(), List.of(), List.of());
        LeadSignals signals = signals(SignalQualityTest::beats);

        assertThat(SignalQuality.of(signals, signals, marks).leads().get(0).trouble())
                .contains(LeadTrouble.ELECTRODE_OFF);
        assertThat(UsableTime.seconds(signals, marks)).isEqualTo(8);
    }

    @Test
    void timeAtTheEndOfTheAmplifierIsNotUsable() {
        assertThat(UsableTime.seconds(signals(i -> i < 1500 ? 20_000 : beats(i)), UnitMarks.NONE))
                .isEqualTo(7);
        assertThat(UsableTime.seconds(signals(SignalQualityTest::beats), UnitMarks.NONE))
                .isEqualTo(10);
    }

    @Test
    void limbLeadsThatDoNotAddUpAreFoundOut() {
        assertThat(LeadAgreement.broken(limb(1))).isFalse();
        assertThat(LeadAgreement.broken(limb(5))).isTrue();
    }

    /** I, II and III, the third at a wrong scale. */
    private static LeadSignals limb(double scale) {
        double[][] x = new double[3][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            x[0][i] = 0.6 * beats(i);
            x[1][i] = beats(i);
            x[2][i] = scale * (x[1][i] - x[0][i]);
        }
        return LeadSignals.of(RATE, List.of(Lead.I, Lead.II, Lead.III), x);
    }

    private static LeadQuality quality(Signal signal) {
        LeadSignals signals = signals(signal);
        return SignalQuality.of(signals, signals, UnitMarks.NONE).leads().get(0);
    }

    private static LeadSignals signals(Signal signal) {
        double[][] x = new double[1][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            x[0][i] = signal.at(i);
        }
        return LeadSignals.of(RATE, List.of(Lead.II), x);
    }

    /** 75 complexes a minute of 1 mV and 80 ms. */
    private static double beats(int sample) {
        return 1000 * spike(sample % 400, 20);
    }

    private static double spike(int sample, int half) {
        return Math.max(0, 1 - Math.abs(sample - 100) / (double) half);
    }
}
