package org.ecgnet.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant START = Instant.parse("2026-03-01T04:00:00Z");
    private static final SessionPolicy POLICY = new SessionPolicy(Duration.ofHours(4), Duration.ofHours(13));

    @Test
    void endsWhenNobodyUsesIt() {
        Session session = new Session("h", "li", START, START);

        assertThat(POLICY.alive(session, START.plus(Duration.ofHours(4)).minusMillis(1)))
                .isTrue();
        assertThat(POLICY.alive(session, START.plus(Duration.ofHours(4)))).isFalse();
    }

    @Test
    void endsAfterItsLongestTimeHoweverOftenItIsUsed() {
        Instant end = START.plus(Duration.ofHours(13));

        assertThat(POLICY.alive(new Session("h", "li", START, end.minusSeconds(1)), end.minusMillis(1)))
                .isTrue();
        assertThat(POLICY.alive(new Session("h", "li", START, end.minusSeconds(1)), end))
                .isFalse();
    }

    @Test
    void theTokenIsNeitherInItsHashNorInItsTextNorInItsCsrfToken() {
        SessionToken token = SessionToken.random(new SecureRandom());

        assertThat(token.hash()).hasSize(64).doesNotContain(token.value());
        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(token.csrf()).isNotEqualTo(token.value());
    }

    @Test
    void onlyTheSessionsOwnCsrfTokenIsTaken() {
        SessionToken token = SessionToken.random(new SecureRandom());

        assertThat(token.csrfIs(token.csrf())).isTrue();
        assertThat(token.csrfIs(SessionToken.random(new SecureRandom()).csrf())).isFalse();
        assertThat(token.csrfIs("")).isFalse();
    }
}
