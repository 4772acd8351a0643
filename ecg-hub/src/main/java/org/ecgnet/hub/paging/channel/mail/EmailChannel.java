package org.ecgnet.hub.paging.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.channel.PageWords;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Pages by a letter. That the server took it is a delivery. One attempt is over when its time is, however slowly the
 * server speaks: its socket is closed.
 */
public final class EmailChannel implements PageChannel {

    private static final int MOST_OF_RESPONSE = 2048;

    private final MailServer server;
    private final MailSockets sockets;

    /** @throws IllegalArgumentException when the trusted certificates cannot be read */
    public EmailChannel(MailServer server) {
        this.server = server;
        this.sockets = new MailSockets(server);
    }

    @Override
    public Outcome send(PageMessage message, Instant now) {
        var attempt = new MailSockets.Attempt();
        var work = new FutureTask<>(() -> deliver(message, now, attempt));
        Thread thread = new Thread(work, "mail-" + server.name());
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(server.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return again("no answer within " + server.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IllegalStateException("mailing by " + server.name(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return again("the hub is stopping");
        } finally {
            attempt.close();
        }
    }

    private Outcome deliver(PageMessage message, Instant now, MailSockets.Attempt attempt) {
        Session session = Session.getInstance(sockets.properties(attempt));
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage letter = letter(session, message, now);
            if (server.login().isPresent()) {
                MailServer.Login login = server.login().get();
                transport.connect(server.host(), server.port(), login.user(), login.password());
            } else {
                transport.connect(server.host(), server.port(), null, null);
            }
            transport.sendMessage(letter, letter.getAllRecipients());
            return new Outcome.Delivered(OptionalInt.of(250), "taken by " + server.host());
        } catch (MessagingException e) {
            return new Outcome.TryAgain(status(e), words(e), Optional.empty());
        }
    }

    private MimeMessage letter(Session session, PageMessage message, Instant now) throws MessagingException {
        var letter = new MimeMessage(session);
        letter.setFrom(new InternetAddress(server.from()));
        letter.setRecipient(Message.RecipientType.TO, recipient(message.address()));
        letter.setSubject(oneLine(PageWords.headline(message)), StandardCharsets.UTF_8.name());
        letter.setText(PageWords.of(message) + "\n", StandardCharsets.UTF_8.name());
        letter.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        letter.setHeader("Importance", "high");
        letter.saveChanges();
        // The same at every attempt, so that a mailbox can tell a repeat.
        letter.setHeader("Message-ID", "<" + message.id() + "@ecgnet>");
        return letter;
    }

    private static InternetAddress recipient(String address) throws AddressException {
        var recipient = new InternetAddress(oneLine(address), true);
        recipient.validate();
        return recipient;
    }

    /** No name can add a line to the head of a letter. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static OptionalInt status(MessagingException failure) {
        if (failure instanceof SMTPSendFailedException refused) {
            return OptionalInt.of(refused.getReturnCode());
        } else if (failure instanceof SMTPAddressFailedException refused) {
            return OptionalInt.of(refused.getReturnCode());
        } else if (failure instanceof SMTPSenderFailedException refused) {
            return OptionalInt.of(refused.getReturnCode());
        }
        Exception next = failure.getNextException();
        return next instanceof MessagingException inner && inner != failure ? status(inner) : OptionalInt.empty();
    }

    private static String words(MessagingException failure) {
        var words = new StringBuilder();
        Exception cause = failure;
        while (cause != null && words.length() < MOST_OF_RESPONSE) {
            words.append(words.length() == 0 ? "" : "; ")
                    .append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage());
            cause = cause instanceof MessagingException outer ? outer.getNextException() : null;
        }
        return words.length() > MOST_OF_RESPONSE ? words.substring(0, MOST_OF_RESPONSE) : words.toString();
    }

    private static Outcome again(String what) {
        return new Outcome.TryAgain(OptionalInt.empty(), what, Optional.empty());
    }
}
