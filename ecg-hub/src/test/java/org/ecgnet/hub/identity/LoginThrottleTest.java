package org.ecgnet.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final LoginThrottle THROTTLE =
            new LoginThrottle(Duration.ofMinutes(15), 5, 30, Duration.ofSeconds(5), Duration.ofMinutes(2));

    @Test
    void fourFailuresAreFree() {
        assertThat(THROTTLE.wait(failures(4), List.of(), NOW)).isEmpty();
    }

    @Test
    void theFifthCostsTheFirstWaitAndNoMore() {
        assertThat(THROTTLE.wait(failures(5), List.of(), NOW)).contains(Duration.ofSeconds(5));
        assertThat(THROTTLE.wait(failures(5), List.of(), NOW.plusSeconds(5))).isEmpty();
    }

    @Test
    void eachFurtherOneDoublesTheWaitUpToTheLongest() {
        assertThat(THROTTLE.wait(failures(7), List.of(), NOW)).contains(Duration.ofSeconds(20));
        assertThat(THROTTLE.wait(failures(500), List.of(), NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void anAddressThatGuessesAtManyAccountsWaitsToo() {
        assertThat(THROTTLE.wait(List.of(), failures(29), NOW)).isEmpty();
        assertThat(THROTTLE.wait(List.of(), failures(30), NOW)).contains(Duration.ofSeconds(5));
    }

    @Test
    void oldFailuresAreForgotten() {
        assertThat(THROTTLE.wait(failures(50), failures(50), NOW.plus(Duration.ofMinutes(15))))
                .isEmpty();
    }

    private static List<Instant> failures(int count) {
        return Collections.nCopies(count, NOW);
    }
}
