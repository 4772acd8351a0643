package org.ecgnet.protocol.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Six groups of four letters and digits, such as {@code 7K4M-2QXF-90AB-CDEF-GHJK-MNPQ}: four are the secret, 80 bits, and two tell
 * the county's authority, 40 bits, so that a computer that has no certificate yet knows whether it talks to its own county.
 * Letters that look like digits are not used, and are read as those digits.
 *
 * @param secret 16 of the 32 characters
 * @param authority 8 of them, of the SHA-256 of the authority's certificate
 */
public record EnrolmentCode(String secret, String authority) {

    /** Crockford's base 32. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;
    private static final int SECRET = 16;
    private static final int AUTHORITY = 8;
    private static final int GROUP = 4;

    /**
     * A new one.
     *
     * @param chance 10 bytes that nobody can guess
     * @param certificate the authority's, DER
     * @throws IllegalArgumentException for another number of bytes
     */
    public static EnrolmentCode of(byte[] chance, byte[] certificate) {
        if (chance.length != SECRET * BITS / Byte.SIZE) {
            throw new IllegalArgumentException("chance: " + chance.length + " bytes (expected: 10)");
        }
        return new EnrolmentCode(letters(chance, SECRET), fingerprint(certificate));
    }

    /**
     * What a person typed: small letters, and anything between the groups, are taken.
     *
     * @throws IllegalArgumentException when characters are missing or unknown
     */
    public static EnrolmentCode parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[\\s-]", "");
        if (!plain.matches("[" + ALPHABET + "]{" + (SECRET + AUTHORITY) + "}")) {
            throw new IllegalArgumentException(
                    "the code is mistyped (expected: six groups of four letters and digits, U is none of them)");
        }
        return new EnrolmentCode(plain.substring(0, SECRET), plain.substring(SECRET));
    }

    /** True for the certificate of the authority that the code names. */
    public boolean names(byte[] certificate) {
        return authority.equals(fingerprint(certificate));
    }

    /** SHA-256 of the secret, in hexadecimal: under this the hub keeps what the secret opens, and not the secret. */
    public static String address(String secret) {
        return HexFormat.of().formatHex(sha256(secret.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String fingerprint(byte[] certificate) {
        return letters(sha256(certificate), AUTHORITY);
    }

    /** So many letters of the first bits. */
    private static String letters(byte[] bytes, int count) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int have = 0;
        for (int at = 0; text.length() < count; at++) {
            bits = bits << Byte.SIZE | bytes[at] & 0xFF;
            have += Byte.SIZE;
            while (have >= BITS && text.length() < count) {
                have -= BITS;
                text.append(ALPHABET.charAt(bits >>> have & ALPHABET.length() - 1));
            }
            bits &= (1 << have) - 1;
        }
        return text.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As it is read out and typed. */
    public String typed() {
        return (secret + authority).replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "EnrolmentCode[authority " + authority + "]";
    }
}
