package org.ecgnet.hub.paging.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.channel.SelfSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters, against a real mail server that misbehaves. */
class EmailChannelIT {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aLetterGoesOutOverStartTlsAndSaysNothingOfThePatient() throws Exception {
        SelfSigned own = SelfSigned.of("localhost");
        try (var server = new HostileMailServer(Optional.of(own.server()))) {
            Outcome outcome =
                    channel(server, trusting(own), Duration.ofSeconds(10)).send(page("wang@a.example", false), NOW);

            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            assertThat(server.encrypted()).isTrue();
            assertThat(server.letters()).singleElement().satisfies(letter -> {
                assertThat(letter)
                        .contains("To: wang@a.example", "From: ecg@county.example")
                        .contains("Message-ID: <0b5a8439-1a19-45af-8403-c3ffdb0eacc3@ecgnet>")
                        .contains("Date: Sun, 1 Mar 2026 02:00:00 GMT");
                assertThat(body(letter)).contains("危急值", "林河卫生室", "https://hub.example/case/17");
            });
        }
    }

    @Test
    void anExerciseIsCalledOneInTheSubjectAndTheText() throws Exception {
        SelfSigned own = SelfSigned.of("localhost");
        try (var server = new HostileMailServer(Optional.of(own.server()))) {
            channel(server, trusting(own), Duration.ofSeconds(10)).send(page("wang@a.example", true), NOW);

            assertThat(body(server.letters().get(0))).contains("【演练】");
            assertThat(subject(server.letters().get(0))).startsWith("【演练】");
        }
    }

    @Test
    void withoutStartTlsNothingIsSent() throws IOException {
        try (var server = new HostileMailServer(Optional.empty())) {
            Outcome outcome =
                    channel(server, Optional.empty(), Duration.ofSeconds(10)).send(page("wang@a.example", false), NOW);

            assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
            assertThat(outcome.response()).contains("STARTTLS");
            assertThat(server.letters()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForOrOfAnotherHostIsRefused() throws Exception {
        SelfSigned own = SelfSigned.of("localhost");
        SelfSigned other = SelfSigned.of("mail.elsewhere.example");
        try (var server = new HostileMailServer(Optional.of(own.server()));
                var elsewhere = new HostileMailServer(Optional.of(other.server()))) {
            assertThat(channel(server, Optional.empty(), Duration.ofSeconds(10))
                            .send(page("wang@a.example", false), NOW))
                    .isInstanceOf(Outcome.TryAgain.class);
            assertThat(channel(elsewhere, trusting(other), Duration.ofSeconds(10))
                            .send(page("wang@a.example", false), NOW))
                    .isInstanceOf(Outcome.TryAgain.class);
            assertThat(server.letters()).isEmpty();
            assertThat(elsewhere.letters()).isEmpty();
        }
    }

    @Test
    void aServerThatIsBusyOrRefusesIsTriedAgainAndItsWordsAreKept() throws Exception {
        SelfSigned own = SelfSigned.of("localhost");
        try (var server = new HostileMailServer(Optional.of(own.server()))) {
            EmailChannel channel = channel(server, trusting(own), Duration.ofSeconds(10));
            server.refuseRecipientsWith("450 4.2.0 greylisted");
            Outcome busy = channel.send(page("wang@a.example", false), NOW);
            server.refuseRecipientsWith("550 5.1.1 no such user");
            Outcome unknown = channel.send(page("wang@a.example", false), NOW);
            server.refuseRecipientsWith("250 ok");
            server.refuseLettersWith("554 5.7.1 spam");
            Outcome refused = channel.send(page("wang@a.example", false), NOW);

            assertThat(busy).isInstanceOf(Outcome.TryAgain.class);
            assertThat(busy.status()).isEqualTo(OptionalInt.of(450));
            assertThat(unknown.status()).isEqualTo(OptionalInt.of(550));
            assertThat(unknown.response()).contains("no such user");
            assertThat(refused.status()).isEqualTo(OptionalInt.of(554));
            assertThat(server.letters()).isEmpty();
        }
    }

    @Test
    void aServerThatHangsDripsOrResetsCostsNoMoreThanTheTimeout() throws IOException {
        try (var hanging = new HostileMailServer(Optional.empty());
                var dripping = new HostileMailServer(Optional.empty());
                var resetting = new HostileMailServer(Optional.empty())) {
            hanging.hang();
            dripping.drip();
            resetting.reset();
            for (HostileMailServer server : List.of(hanging, dripping, resetting)) {
                long begun = System.nanoTime();
                Outcome outcome = channel(server, Optional.empty(), Duration.ofMillis(700))
                        .send(page("wang@a.example", false), NOW);

                assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void noAddressAddsALineOrAnotherReceiver() throws Exception {
        SelfSigned own = SelfSigned.of("localhost");
        try (var server = new HostileMailServer(Optional.of(own.server()))) {
            EmailChannel channel = channel(server, trusting(own), Duration.ofSeconds(10));
            for (String address : List.of(
                    "wang@a.example\r\nBcc: all@a.example", "wang@a.example, all@a.example", "no address", "")) {
                assertThat(channel.send(page(address, false), NOW)).isInstanceOf(Outcome.TryAgain.class);
            }
            assertThat(server.letters()).isEmpty();
        }
    }

    private Optional<Path> trusting(SelfSigned own) throws GeneralSecurityException, IOException {
        return Optional.of(
                own.pem(folder.resolve(own.certificate().getSerialNumber() + "-" + own.hashCode() + ".pem")));
    }

    private static EmailChannel channel(HostileMailServer server, Optional<Path> trusted, Duration timeout) {
        return new EmailChannel(new MailServer(
                "mail",
                "localhost",
                server.port(),
                MailServer.Encryption.STARTTLS,
                "ecg@county.example",
                Optional.empty(),
                timeout,
                trusted));
    }

    private static PageMessage page(String address, boolean drill) {
        return new PageMessage(
                "0b5a8439-1a19-45af-8403-c3ffdb0eacc3",
                17,
                "tier-1-push",
                Urgency.PUSH,
                Recipient.TIER_1,
                "王医生",
                address,
                "linhe-01",
                "林河卫生室",
                "HARD",
                List.of(new PageMessage.RuleSentence("R05", "宽QRS心动过速", "wide-QRS tachycardia")),
                "https://hub.example/case/17",
                drill,
                NOW,
                NOW);
    }

    private static String body(String letter) {
        String text = letter.substring(letter.indexOf("\n\n") + 2).replaceAll("\\s", "");
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String subject(String letter) {
        Matcher words = Pattern.compile("=\\?UTF-8\\?B\\?([^?]+)\\?=").matcher(letter);
        var subject = new StringBuilder();
        while (words.find()) {
            subject.append(new String(Base64.getDecoder().decode(words.group(1)), StandardCharsets.UTF_8));
        }
        return subject.toString();
    }
}
