package org.ecgnet.hub.ca;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A PKCS#12 file and, beside it, {@code NAME.password}: both readable by their owner only.
 *
 * @param path the PKCS#12 file
 */
public record KeyFile(Path path) {

    private static final String TYPE = "PKCS12";
    private static final int PASSWORD_BYTES = 24;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** @throws AuthorityException when its password file cannot be read */
    public String password() {
        Path file = passwordFile();
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AuthorityException("cannot read " + file + ": the password of " + path.getFileName(), e);
        }
    }

    private Path passwordFile() {
        return path.resolveSibling(path.getFileName() + ".password");
    }

    /** @throws AuthorityException when it cannot be read or its password does not open it */
    public KeyStore load() {
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password().toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new AuthorityException("cannot open " + path + " with its password file", e);
        }
    }

    /** Fills and writes a new file under a new random password. */
    static KeyFile create(Path path, Filling filling) {
        var file = new KeyFile(path.toAbsolutePath());
        try {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            filling.fill(store, password.toCharArray());
            writeNew(file.passwordFile(), password.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Files.createFile(file.path(), OWNER_ONLY);
            try (OutputStream out = Files.newOutputStream(file.path())) {
                store.store(out, password.toCharArray());
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new AuthorityException("cannot write " + path + ": does it exist already?", e);
        }
    }

    /** A new file that only its owner may read. */
    static void writeNew(Path path, byte[] content) throws IOException {
        Files.createFile(path, OWNER_ONLY);
        Files.write(path, content);
    }

    /** Puts entries into a key store. */
    interface Filling {
        void fill(KeyStore store, char[] password) throws GeneralSecurityException;
    }
}
