package org.ecgnet.hub.paging.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPostTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    @ParameterizedTest(name = "Retry-After: {0} is {1} s")
    @CsvSource({
        "0, 0",
        "90, 90",
        "86400, 600",
        "'Sun, 01 Mar 2026 02:00:30 GMT', 30",
        "'Sun, 01 Mar 2026 01:00:00 GMT', ",
        "soon, ",
        "-5, ",
    })
    void retryAfterIsSecondsOrADateAndNeverMoreThanTenMinutes(String header, Long seconds) {
        assertThat(HttpPost.pause(header, NOW))
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }
}
