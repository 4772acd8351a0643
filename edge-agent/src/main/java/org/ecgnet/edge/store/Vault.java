package org.ecgnet.edge.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is at rest: AES-256-GCM, a random 96-bit nonce in front, bound to the name of its place.
 *
 * <p>Bytes moved to another place, or changed, do not open. Safe for use by many threads.
 */
final class Vault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * The vault of a key file.
     *
     * @param mayMake make the file when it is missing; otherwise a missing file is an error
     */
    static Vault of(Path keyFile, boolean mayMake) {
        try {
            if (Files.notExists(keyFile)) {
                if (!mayMake) {
                    throw new StoreException(
                            "key file " + keyFile + " is missing, but the store was written with it: put it back,"
                                    + " or move the store's folder away and lose what is in it",
                            false);
                }
                make(keyFile);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(keyFile).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("key of " + key.length + " bytes");
            }
            return new Vault(key);
        } catch (IOException e) {
            throw new StoreException("cannot read or make the key file " + keyFile, false, e);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "key file " + keyFile + " does not hold " + 2 * KEY_BYTES + " hexadecimal digits: restore it",
                    false);
        }
    }

    private static void make(Path keyFile) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = keyFile.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (keyFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(keyFile);
        }
        Files.writeString(keyFile, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC);
    }

    byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is missing from this Java", e);
        }
    }

    /** @throws StoreException when the bytes are damaged, of another key or from another place */
    byte[] open(byte[] sealed, String place) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new StoreException(place + " does not open: damaged, only " + sealed.length + " bytes", false);
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new StoreException(place + " does not open: damaged, moved, or written with another key", false, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is missing from this Java", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
