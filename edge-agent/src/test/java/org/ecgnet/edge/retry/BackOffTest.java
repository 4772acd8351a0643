package org.ecgnet.edge.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration FROM = Duration.ofMillis(500);
    private static final Duration TO = Duration.ofSeconds(10);

    @Test
    void doublesUpToItsLimitAndStaysInItsUpperHalf() {
        for (long seed = 0; seed < 200; seed++) {
            BackOff backOff = new BackOff(FROM, TO, new Random(seed));
            long ceiling = FROM.toMillis();
            for (int failure = 0; failure < 40; failure++) {
                assertThat(backOff.next().toMillis()).as("seed %s", seed).isBetween(ceiling / 2, ceiling);
                ceiling = Math.min(TO.toMillis(), ceiling * 2);
            }
        }
    }

    @Test
    void manyClinicsDoNotReturnInStep() {
        Set<Duration> waits = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            waits.add(new BackOff(FROM, TO, new Random(seed)).next());
        }
        assertThat(waits).hasSizeGreaterThan(50);
    }

    @Test
    void isShortAgainAfterItWorked() {
        BackOff backOff = new BackOff(FROM, TO, new Random(1));
        for (int failure = 0; failure < 10; failure++) {
            assertThat(backOff.next()).isLessThanOrEqualTo(TO);
        }

        backOff.reset();

        assertThat(backOff.next()).isLessThanOrEqualTo(FROM);
    }
}
