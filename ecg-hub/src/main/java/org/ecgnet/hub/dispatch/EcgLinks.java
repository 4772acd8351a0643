package org.ecgnet.hub.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;

/**
 * Links that open the still ECG of one dispatch for a while, without a login. A link is signed, not stored: it says which
 * dispatch and until when, and whoever changes either has no signature for it. Holds no clock.
 *
 * @param template URL with {@code {token}} in it
 * @param life from when it is made
 * @param secrets live ones; links are signed by the first and taken by all, so that one can be exchanged
 */
public record EcgLinks(String template, Duration life, List<WebhookSecret> secrets) {

    /** Keeps these signatures apart from those of webhooks under the same secret. */
    private static final byte[] PURPOSE = "ecg-link".getBytes(StandardCharsets.UTF_8);

    private static final Pattern TOKEN =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,11})\\.([A-Za-z0-9_-]{20,100})");

    public EcgLinks {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || !template.contains("{token}")) {
            throw new IllegalArgumentException("links: '" + template + "', " + secrets.size()
                    + " secrets (expected: {token} in the link, and a secret)");
        }
    }

    public Link to(UUID dispatch, Instant now) {
        Instant expiresAt = Instant.ofEpochSecond(now.plus(life).getEpochSecond());
        String token =
                dispatch + "." + expiresAt.getEpochSecond() + "." + signature(dispatch, expiresAt, secrets.get(0));
        return new Link(token, template.replace("{token}", token), expiresAt);
    }

    /** What the token is worth now. */
    public Check check(String token, Instant now) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return new Check.Forged();
        }
        Optional<Instant> expiresAt = second(parts.group(2));
        UUID dispatch = UUID.fromString(parts.group(1));
        if (expiresAt.isEmpty() || !signed(dispatch, expiresAt.get(), parts.group(3))) {
            return new Check.Forged();
        }
        return now.isBefore(expiresAt.get())
                ? new Check.Good(dispatch, expiresAt.get())
                : new Check.Expired(expiresAt.get());
    }

    private static Optional<Instant> second(String digits) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean signed(UUID dispatch, Instant expiresAt, String given) {
        boolean agrees = false;
        for (WebhookSecret secret : secrets) {
            byte[] expected = signature(dispatch, expiresAt, secret).getBytes(StandardCharsets.UTF_8);
            agrees |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
        }
        return agrees;
    }

    /** The standard's signature, in letters that a link can hold. */
    private static String signature(UUID dispatch, Instant expiresAt, WebhookSecret secret) {
        Map<String, String> headers =
                StandardWebhooks.headers(dispatch.toString(), expiresAt, PURPOSE, List.of(secret));
        return headers.getOrDefault(StandardWebhooks.SIGNATURE, "")
                .substring("v1,".length())
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }

    /** {@link #toString()} is masked: whoever has the token sees the ECG. */
    public record Link(String token, String url, Instant expiresAt) {
        @Override
        public String toString() {
            return "Link[masked, " + expiresAt + "]";
        }
    }

    /** What a token is worth. */
    public sealed interface Check {

        record Good(UUID dispatch, Instant expiresAt) implements Check {}

        record Expired(Instant at) implements Check {}

        /** Not of this hub, changed, or cut short. */
        record Forged() implements Check {}
    }
}
