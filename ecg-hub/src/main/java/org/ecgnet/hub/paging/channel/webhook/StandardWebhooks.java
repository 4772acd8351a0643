package org.ecgnet.hub.paging.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of Standard Webhooks 1.0.0, symmetric form: {@code v1,} and the base64 of HMAC-SHA256 over
 * {@code id.timestamp.body}. Several live secrets give several signatures, so that a secret can be exchanged without a
 * gap.
 */
public final class StandardWebhooks {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** How far the sender's clock may be off, and how long a message may be replayed. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";

    private StandardWebhooks() {}

    /** The three headers of one attempt. */
    public static Map<String, String> headers(String id, Instant attemptAt, byte[] body, List<WebhookSecret> secrets) {
        String timestamp = String.valueOf(attemptAt.getEpochSecond());
        String signatures = secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(mac(id, timestamp, body, secret)))
                .collect(Collectors.joining(" "));
        return Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, signatures);
    }

    /**
     * Holds a received message against the live secrets, in time that does not tell how far a signature agrees.
     *
     * @param headers names in any case
     */
    public static Verdict verify(Map<String, String> headers, byte[] body, List<WebhookSecret> secrets, Instant now) {
        Map<String, String> plain = new TreeMap<>();
        headers.forEach((name, value) -> plain.put(name.toLowerCase(Locale.ROOT), value));
        String id = plain.getOrDefault(ID, "");
        String timestamp = plain.getOrDefault(TIMESTAMP, "");
        String signatures = plain.getOrDefault(SIGNATURE, "");
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return Verdict.HEADER_MISSING;
        }
        Optional<Instant> sentAt = seconds(timestamp);
        if (sentAt.isEmpty()) {
            return Verdict.TIMESTAMP_UNREADABLE;
        }
        if (Duration.between(sentAt.get(), now).abs().compareTo(TOLERANCE) > 0) {
            return Verdict.TIMESTAMP_OFF;
        }
        return anyAgrees(id, timestamp, signatures, body, secrets) ? Verdict.VALID : Verdict.SIGNATURE_WRONG;
    }

    private static boolean anyAgrees(
            String id, String timestamp, String signatures, byte[] body, List<WebhookSecret> secrets) {
        boolean agrees = false;
        for (WebhookSecret secret : secrets) {
            byte[] expected = Base64.getEncoder().encode(mac(id, timestamp, body, secret));
            for (String signature : signatures.split(" ", -1)) {
                if (signature.startsWith(VERSION)) {
                    byte[] given = signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8);
                    agrees |= MessageDigest.isEqual(expected, given);
                }
            }
        }
        return agrees;
    }

    private static Optional<Instant> seconds(String timestamp) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(timestamp)));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code v1,} and the base64 of what the secret makes of these bytes. */
    static String signature(byte[] signed, WebhookSecret secret) {
        return VERSION + Base64.getEncoder().encodeToString(mac(new byte[0], signed, secret));
    }

    private static byte[] mac(String id, String timestamp, byte[] body, WebhookSecret secret) {
        return mac((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), body, secret);
    }

    private static byte[] mac(byte[] head, byte[] body, WebhookSecret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.key(), "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    /** What a verification found. */
    public enum Verdict {
        VALID,
        HEADER_MISSING,
        TIMESTAMP_UNREADABLE,
        /** More than the tolerance away from the receiver's clock. */
        TIMESTAMP_OFF,
        SIGNATURE_WRONG
    }
}
