package org.ecgnet.hub.paging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel over HTTP keeps to, against a real server that misbehaves. */
public abstract class PageChannelContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);
    protected static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    protected static final PageMessage PAGE = new PageMessage(
            "0b5a8439-1a19-45af-8403-c3ffdb0eacc3",
            17,
            "tier-1-ring",
            Urgency.RING,
            Recipient.TIER_1,
            "王医生",
            "wang",
            "linhe-01",
            "林河卫生室",
            "HARD",
            List.of(new PageMessage.RuleSentence("R05", "宽QRS心动过速", "wide-QRS tachycardia")),
            "https://hub.example/case/17",
            false,
            NOW,
            NOW);

    protected HostileReceiver receiver;

    /** The channel, posting there and trusting no certificate but those of the file. */
    protected abstract PageChannel channel(URI target, Optional<Path> trustedCertificates, Duration timeout);

    protected PageChannel channel(URI target, Optional<Path> trustedCertificates) {
        return channel(target, trustedCertificates, PATIENCE);
    }

    @BeforeEach
    void start() throws IOException {
        receiver = HostileReceiver.start();
        receiver.answerWithBody(taken());
    }

    /** Body of an answer by which a receiver of this kind takes a page. */
    protected String taken() {
        return "";
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aPageThatIsTakenIsDelivered() {
        assertThat(send()).isInstanceOf(Outcome.Delivered.class);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void neitherNameNorNumberOfAPatientCanBeInAPage() {
        send();

        String body = new String(receiver.requests().get(0).body(), StandardCharsets.UTF_8);
        assertThat(body).contains("17").doesNotContain("identity").doesNotContain("patient");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500, 502})
    void anAnswerThatIsNoSuccessIsTriedAgain(int status) {
        receiver.answer(status);

        assertThat(send()).isInstanceOfSatisfying(Outcome.TryAgain.class, again -> {
            assertThat(again.status()).hasValue(status);
            assertThat(again.response()).isEqualTo("status " + status);
            assertThat(again.notBefore()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsAFailureAndIsNeverFollowed(int status) throws IOException {
        try (var elsewhere = HostileReceiver.start()) {
            receiver.answer(status, "Location", elsewhere.url().toString());

            assertThat(send()).isInstanceOf(Outcome.TryAgain.class);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aReceiverThatAsksForPatienceIsHeard(int status) {
        receiver.answer(status, "Retry-After", "17");

        assertThat(send()).isInstanceOfSatisfying(Outcome.TryAgain.class, again -> assertThat(again.notBefore())
                .contains(Duration.ofSeconds(17)));
    }

    @Test
    void aReceiverThatIsGoneForGoodIsGone() {
        receiver.answer(410);

        assertThat(send()).isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void aSlowReceiverIsLeftAfterTheTimeout() {
        receiver.hang();

        assertThat(channel(receiver.url(), Optional.empty(), IMPATIENCE).send(PAGE, NOW))
                .isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void anAnswerThatNeverEndsIsLeftAfterTheTimeout() {
        receiver.dribble();

        assertThat(channel(receiver.url(), Optional.empty(), IMPATIENCE).send(PAGE, NOW))
                .isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void aReceiverThatHangsUpIsTriedAgain() {
        receiver.reset();

        assertThat(send()).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void aReceiverThatIsNotThereIsTriedAgain() {
        URI url = receiver.url();
        receiver.close();

        assertThat(channel(url, Optional.empty()).send(PAGE, NOW)).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void ofALongAnswerOnlyTheFirstTwoKilobytesAreKept() {
        receiver.answerWithBody(taken() + " ".repeat(100_000));

        assertThat(send()).isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> assertThat(delivered.response())
                .hasSize(2048)
                .startsWith(taken()));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedAndAPinnedOneIsTaken(@TempDir Path folder) throws Exception {
        SelfSigned right = SelfSigned.of("localhost");
        Path pem = right.pem(folder.resolve("trusted.pem"));
        try (var tls = HostileReceiver.startTls(right.server());
                var impostor =
                        HostileReceiver.startTls(SelfSigned.of("localhost").server());
                var otherName =
                        HostileReceiver.startTls(SelfSigned.of("other.example").server())) {
            tls.answerWithBody(taken());
            assertThat(channel(tls.url(), Optional.of(pem)).send(PAGE, NOW)).isInstanceOf(Outcome.Delivered.class);
            assertThat(channel(tls.url(), Optional.empty()).send(PAGE, NOW)).isInstanceOf(Outcome.TryAgain.class);
            assertThat(channel(impostor.url(), Optional.of(pem)).send(PAGE, NOW))
                    .isInstanceOf(Outcome.TryAgain.class);
            assertThat(channel(otherName.url(), Optional.of(pem)).send(PAGE, NOW))
                    .isInstanceOf(Outcome.TryAgain.class);
            assertThat(impostor.requests()).isEmpty();
        }
    }

    protected Outcome send() {
        return channel(receiver.url(), Optional.empty()).send(PAGE, NOW);
    }
}
