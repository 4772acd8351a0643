package org.ecgnet.hub.paging.channel.webhook;

import java.util.Arrays;
import java.util.Base64;

/** A secret of Standard Webhooks 1.0.0: {@code whsec_} and 24 to 64 bytes in base64. Masked in text; immutable. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

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
