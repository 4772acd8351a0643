package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of RR intervals in samples. */
class EarlyBeatsTest {

    private static final int USUAL = 1000;

    @Test
    void aBeatJustSoonerThanTheLimitIsEarly() {
        assertThat(early(oneEarly(849))).containsExactly(10);
        assertThat(early(oneEarly(850))).isEmpty();
    }

    @Test
    void whatShortensLittleByLittleIsTheBreath() {
        int[] rr = IntStream.range(0, 40)
                .map(k -> USUAL + (int) Math.round(200 * Math.sin(k / 3.0)))
                .toArray();

        assertThat(early(rr)).isEmpty();
    }

    @Test
    void aRowOfEarlyBeatsIsEarlyThroughout() {
        int[] rr = usual(60);
        rr[20] = 600;
        rr[21] = 600;
        rr[22] = 600;

        assertThat(early(rr)).containsExactly(21, 22, 23);
    }

    @Test
    void inFibrillationNoBeatIsEarly() {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            int[] rr =
                    IntStream.range(0, 80).map(k -> 600 + random.nextInt(500)).toArray();

            assertThat(early(rr)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aVentricularBeatAndTheOneBehindItAreNotAsked() {
        int[] rr = usual(30);
        rr[9] = 600;
        rr[10] = 600;
        boolean[] ventricular = new boolean[31];
        ventricular[10] = true;

        assertThat(of(rr, ventricular)).isEmpty();
    }

    @Test
    void couplingIsAgainstTheIntervalsAround() {
        EarlyBeats beats = new EarlyBeats(samples(oneEarly(600)));

        assertThat(beats.coupling(0)).isEqualTo(1);
        assertThat(beats.coupling(10)).isEqualTo(0.6);
        assertThat(beats.coupling(11)).isEqualTo(1.0);
    }

    private static int[] oneEarly(int samples) {
        int[] rr = usual(30);
        rr[9] = samples;
        return rr;
    }

    private static int[] usual(int beats) {
        return IntStream.generate(() -> USUAL).limit(beats).toArray();
    }

    private static List<Integer> early(int[] rr) {
        return of(rr, new boolean[rr.length + 1]);
    }

    private static List<Integer> of(int[] rr, boolean[] ventricular) {
        boolean[] early = new EarlyBeats(samples(rr)).early(ventricular);
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < early.length; k++) {
            if (early[k]) {
                found.add(k);
            }
        }
        return found;
    }

    private static int[] samples(int[] rr) {
        int[] r = new int[rr.length + 1];
        for (int k = 0; k < rr.length; k++) {
            r[k + 1] = r[k] + rr[k];
        }
        return r;
    }
}
