package org.ecgnet.hub.identity.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hub's own key for second factors, kept in a file beside the database and not in it: a copy of the database opens
 * no account. AES-256-GCM, the account's name bound in, so that one's secret is no use in another's row.
 * {@link #toString()} is masked.
 */
public final class FactorKey {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";

    private final byte[] sealing;
    private final byte[] hashing;
    private final SecureRandom random;

    private FactorKey(byte[] key, SecureRandom random) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("key: " + key.length + " bytes (expected: " + BYTES + ")");
        }
        this.sealing = hmac(key, "second factor, sealing");
        this.hashing = hmac(key, "second factor, recovery codes");
        this.random = random;
    }

    /** A new one that is kept nowhere. */
    public static FactorKey random(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new FactorKey(key, random);
    }

    /**
     * The one in the file, made there when there is none, readable by its owner only.
     *
     * @throws IllegalArgumentException when the file holds no key
     */
    public static FactorKey kept(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                random.nextBytes(key);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, OWNER_ONLY);
                Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
            }
            return new FactorKey(
                    Base64.getDecoder().decode(Files.readString(file).strip()), random);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a key in " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": no key (expected: 32 bytes in base 64)", e);
        }
    }

    /** The secret as the database keeps it. */
    public byte[] seal(String account, TotpSecret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce).doFinal(secret.bytes());
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Empty when it was sealed with another key or for another account, or was changed. */
    public Optional<TotpSecret> open(String account, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        try {
            return Optional.of(
                    new TotpSecret(cipher(Cipher.DECRYPT_MODE, account, nonce).doFinal(rest)));
        } catch (AEADBadTagException e) {
            return Optional.empty(); // the caller says what is to be done about it
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** A recovery code as the database keeps it, however it was typed. */
    public String hash(String account, String recoveryCode) {
        return HexFormat.of().formatHex(hmac(hashing, account + "\n" + RecoveryCodes.plain(recoveryCode)));
    }

    private Cipher cipher(int mode, String account, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "FactorKey[***]";
    }
}
