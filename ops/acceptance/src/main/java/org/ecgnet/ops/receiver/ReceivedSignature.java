package org.ecgnet.ops.receiver;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a Standard Webhooks 1.0.0 signature as a receiver does that has never seen the hub's code. */
final class ReceivedSignature {

    static final String ID = "webhook-id";
    static final List<String> HEADERS = List.of(ID, "webhook-timestamp", "webhook-signature");

    private final byte[] key;
    private final Duration tolerance;

    /** @throws IllegalArgumentException when the secret is not of the form {@code whsec_} and base64 */
    ReceivedSignature(String secret, Duration tolerance) {
        if (!secret.startsWith("whsec_")) {
            throw new IllegalArgumentException("secret: another form (expected: whsec_ and base64)");
        }
        this.key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        this.tolerance = tolerance;
    }

    /** What is wrong; empty when the message is genuine and fresh. */
    Optional<String> problem(Map<String, String> headers, byte[] body, Instant now) {
        String id = headers.getOrDefault(ID, "");
        String timestamp = headers.getOrDefault("webhook-timestamp", "");
        if (id.isEmpty() || !timestamp.matches("\\d{1,12}")) {
            return Optional.of("webhook-id or webhook-timestamp missing");
        }
        long ageSeconds = now.getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(ageSeconds) > tolerance.toSeconds()) {
            return Optional.of("webhook-timestamp is off by " + ageSeconds + " s");
        }
        byte[] expected = hmac((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
        for (String given : headers.getOrDefault("webhook-signature", "").split(" ", -1)) {
            if (given.startsWith("v1,") && MessageDigest.isEqual(expected, decoded(given.substring(3)))) {
                return Optional.empty();
            }
        }
        return Optional.of("no webhook-signature agrees");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] hmac(byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
