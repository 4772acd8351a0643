package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;

class LeadSignalsTest {

    private static final SampleRate RATE = new SampleRate(500);
    private static final int PULSE = 100;

    @Test
    void aPulseIsBridgedTogetherWithTheDecayTheAmplifierDrawsOutOfIt() {
        double[] x = new double[300];
        for (int i = PULSE; i < x.length; i++) {
            x[i] = 1500 * Math.exp(-(i - PULSE) / 4.0);
        }
        double[] clean = bridged(x);

        // a decay of 8 ms is at a tenth after 18 ms and gone after 40 ms
        for (int i = 0; i < x.length; i++) {
            assertThat(clean[i]).as("sample %d", i).isEqualTo(0, within(150.0));
        }
    }

    @Test
    void aQrsThatBeginsTenMillisecondsBehindAPulseStays() {
        double[] x = new double[300];
        x[PULSE] = 800;
        for (int i = PULSE + 5; i < PULSE + 55; i++) {
            x[i] = -900 * Math.sin(Math.PI * (i - PULSE - 5) / 50);
        }
        double[] clean = bridged(x);

        for (int i = 0; i < x.length; i++) {
            assertThat(clean[i]).as("sample %d", i).isEqualTo(i == PULSE ? 0 : x[i], within(60.0));
        }
    }

    private static double[] bridged(double[] x) {
        return LeadSignals.of(RATE, List.of(Lead.II), new double[][] {x})
                .withoutPulses(List.of(PULSE))
                .of(Lead.II);
    }
}
