package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Triangles, whose tangents are their flanks. */
class WaveFlanksTest {

    private static final SampleRate RATE = new SampleRate(500);
    private static final int ON = 60;
    private static final int TOP = 100;
    private static final int OFF = 150;
    private static final int LENGTH = 300;

    @ParameterizedTest
    @ValueSource(doubles = {-400, -20, 20, 400})
    void theFeetOfATriangleAreItsCorners(double height) {
        double[] x = triangle(height);
        WaveFlanks flanks = flanks(x);

        assertThat(flanks.furthestFromChord(20, 200, 20, 200)).isEqualTo(TOP);
        assertThat(flanks.onset(20, TOP, 20, 20, 80)).isCloseTo(ON, within(1.0));
        assertThat(flanks.end(TOP, 200, 200, 20, 80)).isCloseTo(OFF, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 60})
    void aLowerWaveBehindDoesNotMoveTheEnd(double uWave) {
        double[] x = triangle(400);
        for (int i = OFF; i < OFF + 80; i++) {
            x[i] += uWave * Math.sin(Math.PI * (i - OFF) / 80);
        }
        WaveFlanks flanks = flanks(x);

        assertThat(flanks.end(TOP, 240, 240, 20, 80)).isCloseTo(OFF, within(5.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0.5})
    void aSlopingBaselineMovesNoPeak(double slope) {
        double[] x = triangle(200);
        for (int i = 0; i < x.length; i++) {
            x[i] += slope * i;
        }

        assertThat(flanks(x).furthestFromChord(20, 200, 20, 200)).isEqualTo(TOP);
    }

    private static WaveFlanks flanks(double[] x) {
        return new WaveFlanks(RATE, x, Smoothing.slope(x, 9, RATE.hertz()), LENGTH - 1);
    }

    private static double[] triangle(double height) {
        double[] x = new double[LENGTH];
        for (int i = ON; i <= OFF; i++) {
            x[i] = height * (i <= TOP ? (double) (i - ON) / (TOP - ON) : (double) (OFF - i) / (OFF - TOP));
        }
        return x;
    }
}
