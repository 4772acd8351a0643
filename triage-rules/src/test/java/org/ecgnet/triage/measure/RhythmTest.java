package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RhythmTest {

    @Test
    void aFocusThatEctopyInterruptsReturnsToItsInterval() {
        assertThat(of(720, 720, 712, 500, 940, 448, 988, 596, 848, 720).evenShare())
                .isCloseTo(3.0 / 9, within(1e-9));
    }

    @Test
    void intervalsWithinOneAndAHalfPercentAreTheSame() {
        assertThat(of(1000, 1015, 600, 1400).evenShare()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(of(1000, 1016, 600, 1400).evenShare()).isZero();
    }

    @Test
    void oneIntervalIsLikeNoOther() {
        assertThat(of(800).evenShare()).isZero();
        assertThat(of().evenShare()).isZero();
    }

    @Test
    void fewIntervalsOfFibrillationAreTheSame() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] rr = random.doubles(25, 450, 1050).toArray();

            assertThat(of(rr).evenShare()).isLessThan(0.31);
        }
    }

    @Test
    void sixIntervalsOfWhichEverySecondIsAlikeAreBigeminy() {
        assertThat(of(500, 900, 510, 890, 500, 900).alternates()).isTrue();
        assertThat(of(500, 900, 510, 890, 500).alternates()).isFalse();
    }

    @Test
    void eighteenIntervalsOfWhichEveryThirdIsAlikeAreTrigeminy() {
        double[] rr = new double[18];
        for (int k = 0; k < rr.length; k++) {
            rr[k] = new double[] {750, 450, 1050}[k % 3] + k;
        }

        assertThat(of(rr).alternates()).isTrue();
        assertThat(of(Arrays.copyOf(rr, 17)).alternates()).isFalse();
    }

    @Test
    void evenBeatsAreNoPattern() {
        assertThat(of(800, 810, 800, 790, 800, 810, 800, 805, 800).alternates()).isFalse();
    }

    @Test
    void fibrillationHasNoPattern() {
        Random random = new Random(2);
        for (int trial = 0; trial < 200; trial++) {
            assertThat(of(random.doubles(25, 450, 1050).toArray()).alternates()).isFalse();
        }
    }

    private static Rhythm of(double... millis) {
        return new Rhythm(
                Arrays.stream(millis)
                        .mapToObj(one -> new Rhythm.Interval(0, 1, one))
                        .toList(),
                75,
                0.1,
                Rhythm.Interval.NONE,
                0,
                0);
    }
}
