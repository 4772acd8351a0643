package org.ecgnet.hub.identity.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the hub and a telephone share, and the codes that follow from it: RFC 6238 with SHA-1, steps of 30 s from 1970 and
 * six digits, which is what every authenticator can. {@link #toString()} is masked.
 */
public final class TotpSecret {

    /** RFC 4226 section 4, R6. */
    private static final int BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int BELOW = 1_000_000;
    private static final String HMAC = "HmacSHA1";

    private final byte[] bytes;

    /** @param bytes 16 or more (RFC 4226 section 4, R6) */
    public TotpSecret(byte[] bytes) {
        if (bytes.length < 16) {
            throw new IllegalArgumentException("secret: " + bytes.length + " bytes (expected: 16 or more)");
        }
        this.bytes = bytes.clone();
    }

    public static TotpSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** The number of the step that holds the time. */
    public static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }

    /** How long so many steps take. */
    public static Duration lasting(long steps) {
        return STEP.multipliedBy(steps);
    }

    /** The code of a step: six digits (RFC 4226 section 5.3). */
    public String code(long step) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % BELOW);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** As people type it into a telephone that sees no QR code: RFC 4648 base 32, without padding. */
    public String base32() {
        return Base32.encode(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TotpSecret[***]";
    }
}
