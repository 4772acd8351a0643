package org.ecgnet.hub.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

    private static final TotpSecret PUBLISHED = secret("12345678901234567890");
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:10Z");

    private static TotpSecret secret(String ascii) {
        return new TotpSecret(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 6238 appendix B, SHA-1; six digits are the last six of its eight. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesOfTheStandardCome(long second, String code) {
        assertThat(PUBLISHED.code(TotpSecret.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    /** RFC 4226 appendix D. */
    @Test
    void theCodesOfTheCounterComeToo() {
        assertThat(LongStream.range(0, 10).mapToObj(PUBLISHED::code))
                .containsExactly(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                        "520489");
    }

    /** RFC 4648 section 10, and the secret of RFC 6238 as authenticators print it. */
    @Test
    void theTextIsBase32WithoutPadding() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode("fo".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXQ");
        assertThat(PUBLISHED.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void aStepToEachSideIsTakenAndNoFarther() {
        long now = TotpSecret.step(NOW);
        for (long step = now - 1; step <= now + 1; step++) {
            assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(step), 0, NOW)).isEqualTo(new CodeCheck.Right(step));
        }
        assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(now - 2), 0, NOW))
                .isEqualTo(new CodeCheck.ClockOff(Duration.ofMinutes(-1)));
        assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(now + 2), 0, NOW))
                .isEqualTo(new CodeCheck.ClockOff(Duration.ofMinutes(1)));
        assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(now + 20), 0, NOW))
                .isEqualTo(new CodeCheck.ClockOff(Duration.ofMinutes(10)));
        assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(now + 21), 0, NOW)).isEqualTo(new CodeCheck.Wrong());
    }

    @Test
    void aStepThatWasTakenAndThoseBeforeItAreUsedUp() {
        long now = TotpSecret.step(NOW);

        assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(now), now, NOW)).isEqualTo(new CodeCheck.Used());
        assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(now - 1), now, NOW)).isEqualTo(new CodeCheck.Used());
        assertThat(CodeCheck.of(PUBLISHED, PUBLISHED.code(now + 1), now, NOW)).isEqualTo(new CodeCheck.Right(now + 1));
        assertThat(CodeCheck.of(PUBLISHED, "", 0, NOW)).isEqualTo(new CodeCheck.Wrong());
    }

    @Test
    void theSecretIsNotInItsTextAndAShortOneIsNone() {
        assertThat(PUBLISHED.toString()).doesNotContain("GEZD").doesNotContain("1234");
        assertThatThrownBy(() -> secret("123456789012345")).hasMessageContaining("16 or more");
    }
}
