package org.ecgnet.hub.paging.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A secret of Standard Webhooks 1.0.0: {@code whsec_} and 24 to 64 bytes in base64. Masked in text; immutable. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int FRESH = 32;
    private static final int FINGERPRINT_BYTES = 4;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when the text has another form; the message does not repeat it */
    public static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "secret: without 'whsec_' (expected: whsec_ and base64 of 24..64 bytes)");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("secret: no base64 after 'whsec_' (expected: base64 of 24..64 bytes)");
        }
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("secret: " + key.length + " bytes (expected: 24..64)");
        }
        return new WebhookSecret(key);
    }

    /** The text of a new one, for both sides' settings. */
    public static String fresh(SecureRandom random) {
        byte[] bytes = new byte[FRESH];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** By which two people can tell over the telephone that they have the same one: 8 hex digits of its SHA-256. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The keys that one gets who takes the secret's text for the key, with and without its prefix. */
    Stream<WebhookSecret> misread() {
        String base64 = Base64.getEncoder().encodeToString(key);
        return Stream.of(PREFIX + base64, base64).map(text -> new WebhookSecret(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookSecret secret && Arrays.equals(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "WebhookSecret[masked]";
    }
}
