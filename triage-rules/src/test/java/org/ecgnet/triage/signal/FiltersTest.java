package org.ecgnet.triage.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

    private static final SampleRate RATE = new SampleRate(500);

    @ParameterizedTest(name = "{0} Hz comes out at {1}")
    @CsvSource({"2, 1.0", "20, 0.5", "100, 0.0"})
    void aLowPassOf20HertzRunTwiceHalvesItsCutoff(double hertz, double gain) {
        double[] out = ZeroPhase.filter(sine(hertz, 5000), 500, Biquad.lowPass(RATE, 20));

        assertThat(Smoothing.largest(out, 1000, 4000)).isEqualTo(gain, within(0.02));
    }

    @Test
    void noWaveIsDelayed() {
        double[] x = new double[2001];
        for (int n = 0; n < x.length; n++) {
            x[n] = Math.exp(-Math.pow((n - 1000) / 20.0, 2));
        }
        double[] out = ZeroPhase.filter(x, 500, Biquad.highPass(RATE, 0.5), Biquad.lowPass(RATE, 40));

        for (int k = 1; k < 200; k++) {
            assertThat(out[1000 - k]).isEqualTo(out[1000 + k], within(1e-3));
        }
    }

    @Test
    void aConstantPassesALowPassWithoutRinging() {
        double[] x = new double[1000];
        java.util.Arrays.fill(x, 3000);

        double[] out = ZeroPhase.filter(x, 500, Biquad.lowPass(RATE, 0.67));

        assertThat(out).usingComparatorWithPrecision(1e-6).containsOnly(3000);
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {49.6, 50, 50.3, 60})
    void humIsFoundAndSubtractedBy40Decibels(double hertz) {
        double[] x = sine(hertz, 5000);
        for (int n = 0; n < x.length; n++) {
            x[n] *= 250;
        }
        MainsHum.Line line = MainsHum.find(x, RATE);
        double[] clean = MainsHum.subtract(x, line, RATE);

        assertThat(line.hertz()).isEqualTo(hertz, within(0.1));
        assertThat(Smoothing.largest(clean, 1000, 4000)).isLessThan(250 / 20.0);
    }

    @Test
    void aKnotBaselineFollowsARespirationOfOneMillivolt() {
        int length = 5000;
        double[] wander = sine(0.3, length);
        int[] at = new int[12];
        double[] levels = new double[12];
        for (int k = 0; k < at.length; k++) {
            at[k] = 50 + k * 420;
            levels[k] = 500 * wander[at[k]];
        }
        double[] x = new double[length];
        for (int n = 0; n < length; n++) {
            x[n] = 500 * wander[n];
        }
        double[] rest = KnotBaseline.subtract(x, at, levels);

        // the ST segment lies 100 to 200 ms behind a knot
        for (int k = 2; k < 9; k++) {
            for (int n = at[k] + 50; n < at[k] + 100; n++) {
                assertThat(rest[n]).isEqualTo(0, within(10.0));
            }
        }
    }

    @Test
    void theQuantileLeavesTheSamplesAsTheyAre() {
        double[] x = {5, 1, 4, 2, 3};

        assertThat(Smoothing.quantile(x, 0, 5, 0.5)).isEqualTo(3);
        assertThat(Smoothing.quantile(x, 0, 5, 1)).isEqualTo(5);
        assertThat(x).containsExactly(5, 1, 4, 2, 3);
    }

    private static double[] sine(double hertz, int length) {
        double[] x = new double[length];
        for (int n = 0; n < length; n++) {
            x[n] = Math.sin(2 * Math.PI * hertz * n / RATE.hertz());
        }
        return x;
    }
}
