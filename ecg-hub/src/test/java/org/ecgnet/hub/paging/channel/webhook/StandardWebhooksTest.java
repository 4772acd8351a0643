package org.ecgnet.hub.paging.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector is the one published with Standard Webhooks and used by its reference libraries. */
class StandardWebhooksTest {

    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret NEXT = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @Test
    void signsThePublishedVector() {
        assertThat(StandardWebhooks.headers(ID, AT, BODY, List.of(SECRET)))
                .isEqualTo(Map.of(
                        "webhook-id", ID,
                        "webhook-timestamp", "1614265330",
                        "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void twoLiveSecretsGiveTwoSignaturesAndEitherReceiverAccepts() {
        Map<String, String> headers = StandardWebhooks.headers(ID, AT, BODY, List.of(NEXT, SECRET));

        assertThat(headers.get("webhook-signature").split(" ")).hasSize(2);
        assertThat(StandardWebhooks.verify(headers, BODY, List.of(SECRET), AT)).isEqualTo(Verdict.VALID);
        assertThat(StandardWebhooks.verify(headers, BODY, List.of(NEXT), AT)).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest(name = "{0} s off: {1}")
    @CsvSource({"0, VALID", "300, VALID", "-300, VALID", "301, TIMESTAMP_OFF", "-301, TIMESTAMP_OFF"})
    void fiveMinutesAreToleratedAndNotASecondMore(long seconds, Verdict verdict) {
        Map<String, String> headers = StandardWebhooks.headers(ID, AT, BODY, List.of(SECRET));

        assertThat(StandardWebhooks.verify(headers, BODY, List.of(SECRET), AT.plusSeconds(seconds)))
                .isEqualTo(verdict);
    }

    @Test
    void anyFlippedBitOfTheBodyIsNoticed() {
        Map<String, String> headers = StandardWebhooks.headers(ID, AT, BODY, List.of(SECRET));
        for (int bit = 0; bit < BODY.length * 8; bit++) {
            byte[] forged = BODY.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(StandardWebhooks.verify(headers, forged, List.of(SECRET), AT))
                    .as("bit %s", bit)
                    .isEqualTo(Verdict.SIGNATURE_WRONG);
        }
    }

    @Test
    void anotherSecretOrAnotherIdIsNoticed() {
        Map<String, String> headers = new HashMap<>(StandardWebhooks.headers(ID, AT, BODY, List.of(SECRET)));
        assertThat(StandardWebhooks.verify(headers, BODY, List.of(NEXT), AT)).isEqualTo(Verdict.SIGNATURE_WRONG);

        headers.put("webhook-id", "another");
        assertThat(StandardWebhooks.verify(headers, BODY, List.of(SECRET), AT)).isEqualTo(Verdict.SIGNATURE_WRONG);
    }

    @Test
    void headerNamesAreReadInAnyCase() {
        Map<String, String> headers = new HashMap<>();
        StandardWebhooks.headers(ID, AT, BODY, List.of(SECRET))
                .forEach((name, value) -> headers.put(name.toUpperCase(java.util.Locale.ROOT), value));

        assertThat(StandardWebhooks.verify(headers, BODY, List.of(SECRET), AT)).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void aMissingHeaderIsSaid(String name) {
        Map<String, String> headers = new HashMap<>(StandardWebhooks.headers(ID, AT, BODY, List.of(SECRET)));
        headers.remove(name);

        assertThat(StandardWebhooks.verify(headers, BODY, List.of(SECRET), AT)).isEqualTo(Verdict.HEADER_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "99999999999999999999", "9223372036854775807"})
    void anUnreadableTimestampIsSaid(String timestamp) {
        Map<String, String> headers = new HashMap<>(StandardWebhooks.headers(ID, AT, BODY, List.of(SECRET)));
        headers.put("webhook-timestamp", timestamp);

        assertThat(StandardWebhooks.verify(headers, BODY, List.of(SECRET), AT)).isEqualTo(Verdict.TIMESTAMP_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_short", "whsec_!!!", "whsec_AAAA"})
    void aSecretOfAnotherFormIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected")
                .hasMessageNotContaining(text.replace("whsec_", ""));
    }

    @Test
    void aSecretIsMaskedInText() {
        assertThat(SECRET).hasToString("WebhookSecret[masked]");
    }
}
