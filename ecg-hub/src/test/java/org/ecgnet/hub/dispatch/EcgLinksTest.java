package org.ecgnet.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcgLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final UUID DISPATCH = UUID.fromString("7d444840-9dc0-41d1-b245-5ffdce74fad2");
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret OLD = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    private static final String TEMPLATE = "https://hub.example/ecg.html#{token}";

    private final EcgLinks links = new EcgLinks(TEMPLATE, Duration.ofHours(4), List.of(SECRET));

    @Test
    void aLinkOpensItsDispatchToTheLastSecondOfItsLife() {
        EcgLinks.Link link = links.to(DISPATCH, NOW);

        assertThat(link.url()).isEqualTo("https://hub.example/ecg.html#" + link.token());
        assertThat(links.check(link.token(), NOW.plus(Duration.ofHours(4)).minusSeconds(1)))
                .isEqualTo(new EcgLinks.Check.Good(DISPATCH, NOW.plus(Duration.ofHours(4))));
        assertThat(links.check(link.token(), NOW.plus(Duration.ofHours(4))))
                .isEqualTo(new EcgLinks.Check.Expired(NOW.plus(Duration.ofHours(4))));
    }

    @Test
    void neitherTheDispatchNorTheEndCanBeChanged() {
        String token = links.to(DISPATCH, NOW).token();

        assertThat(links.check(token.replaceFirst("^7", "8"), NOW)).isEqualTo(new EcgLinks.Check.Forged());
        assertThat(links.check(
                        token.replace(
                                "." + NOW.plus(Duration.ofHours(4)).getEpochSecond() + ".",
                                "." + NOW.plus(Duration.ofHours(5)).getEpochSecond() + "."),
                        NOW))
                .isEqualTo(new EcgLinks.Check.Forged());
    }

    @Test
    void anExchangedSecretStillOpensWhatItSignedWhileBothLive() {
        String token = new EcgLinks(TEMPLATE, Duration.ofHours(4), List.of(OLD))
                .to(DISPATCH, NOW)
                .token();

        assertThat(new EcgLinks(TEMPLATE, Duration.ofHours(4), List.of(SECRET, OLD)).check(token, NOW))
                .isInstanceOf(EcgLinks.Check.Good.class);
        assertThat(links.check(token, NOW)).isEqualTo(new EcgLinks.Check.Forged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "..",
                "7d444840-9dc0-41d1-b245-5ffdce74fad2.99999999999.AAAAAAAAAAAAAAAAAAAAAAAA",
                "7d444840-9dc0-41d1-b245-5ffdce74fad2.1.<script>"
            })
    void whatIsNoLinkIsForged(String token) {
        assertThat(links.check(token, NOW)).isEqualTo(new EcgLinks.Check.Forged());
    }

    @Test
    void aLinkIsNotWrittenIntoLogs() {
        EcgLinks.Link link = links.to(DISPATCH, NOW);

        assertThat(link.toString()).doesNotContain(link.token());
    }

    @Test
    void withoutASecretOrAPlaceForTheTokenThereAreNoLinks() {
        assertThatThrownBy(() -> new EcgLinks(TEMPLATE, Duration.ofHours(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EcgLinks("https://hub.example/", Duration.ofHours(1), List.of(SECRET)))
                .hasMessageContaining("{token}");
    }
}
