package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;

/** Two leads of a beat with a P of 100 uV before its QRS, over 5 uV of noise. */
class PLikenessTest {

    private static final int ONSET = 180;

    @Test
    void onePBeforeTwoShapesIsAlike() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(PLikeness.of(beat(100, seed), ONSET, beat(110, seed + 50), ONSET))
                    .as("seed %d", seed)
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void noPIsNotAlike() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(PLikeness.of(beat(100, seed), ONSET, beat(-1000, seed + 50), ONSET))
                    .as("seed %d", seed)
                    .isLessThan(0.7);
        }
    }

    @Test
    void aBeatThatDoesNotReachBackIsLikeNone() {
        assertThat(PLikeness.of(beat(100, 1), 40, beat(100, 2), ONSET)).isEqualTo(-1);
    }

    private static MedianBeat beat(int pAt, long seed) {
        Random random = new Random(seed);
        double[][] leads = new double[2][400];
        for (double[] x : leads) {
            for (int i = 0; i < x.length; i++) {
                double far = (i - pAt) / 15.0;
                x[i] = 100 * Math.exp(-far * far) + 5 * random.nextGaussian();
            }
        }
        return new MedianBeat(new SampleRate(500), List.of(Lead.II, Lead.V1), leads, 200, 9);
    }
}
