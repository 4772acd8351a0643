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
