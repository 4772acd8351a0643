package org.ecgnet.hub.identity.factor;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** A telephone that was given the secret as text. */
public final class TestAuthenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TotpSecret secret;

    /** @param base32 such as the console shows, with or without spaces */
    public TestAuthenticator(String base32) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int waiting = 0;
        for (char one : base32.replace(" ", "").toCharArray()) {
            held = (held << 5) | ALPHABET.indexOf(one);
            waiting += 5;
            if (waiting >= 8) {
                waiting -= 8;
                bytes.write(held >>> waiting);
                held &= (1 << waiting) - 1;
            }
        }
        this.secret = new TotpSecret(bytes.toByteArray());
    }

    public String code(Instant time) {
        return secret.code(TotpSecret.step(time));
    }
}
