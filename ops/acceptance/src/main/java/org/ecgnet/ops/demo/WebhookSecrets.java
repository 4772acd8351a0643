package org.ecgnet.ops.demo;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of the demo's receivers, made anew each time. */
final class WebhookSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSecrets() {}

    /** A secret of 32 bytes as Standard Webhooks writes it. */
    static String random() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return "whsec_" + Base64.getEncoder().encodeToString(random);
    }
}
