package org.ecgnet.hub.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.enrolment.EnrolmentCode;

/**
 * Certificates that wait in a folder of the hub for the sites they are of. The hub needs no authority's key for it: an operator
 * makes the certificate, and whoever brings the code takes it, once, within a week.
 */
public final class Enrolments {

    /** A code that nobody used for so long is worth nothing. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private static final int CHANCE_BYTES = 10;
    private static final String ENDING = ".p12";
    private static final String PASSWORD = ".password";

    private final Path folder;

    /** @param dataFolder the hub's */
    public Enrolments(Path dataFolder) {
        this.folder = dataFolder.resolve("enrolment");
    }

    /**
     * A site's key store.
     *
     * @param keyStore PKCS#12
     */
    public record Ready(SiteCode site, byte[] keyStore, String password) {}

    /**
     * Makes a site's certificate and the code that takes it.
     *
     * @throws AuthorityException when it cannot be made or written
     */
    public EnrolmentCode prepare(CountyAuthority authority, SiteCode site, Instant now) {
        try {
            boolean made = Files.notExists(folder);
            Files.createDirectories(folder);
            byte[] chance = new byte[CHANCE_BYTES];
            new SecureRandom().nextBytes(chance);
            EnrolmentCode code = EnrolmentCode.of(chance, authority.certificate());
            Path file = file(code.secret());
            authority.issue(site, file, now);
            UserPrincipal hub = Files.getOwner(folder.toAbsolutePath().getParent());
            if (made) {
                Files.setOwner(folder, hub);
            }
            Files.setOwner(file, hub); // the operator may be another user than the hub
            Files.setOwner(password(file), hub);
            return code;
        } catch (FileSystemException e) {
            throw new AuthorityException(
                    "cannot write " + folder + ": run this on the hub's machine, as its user or as root", e);
        } catch (IOException e) {
            throw new AuthorityException("cannot write " + folder, e);
        }
    }

    /**
     * Takes what waits for this secret: of two who ask at once one gets it.
     *
     * @return empty when nothing waits, or waits too long
     * @throws AuthorityException when the folder cannot be read
     */
    public Optional<Ready> take(String secret, Instant now) {
        Path file = file(secret);
        Path taken = folder.resolve(file.getFileName() + ".taken");
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            Instant made = Files.getLastModifiedTime(file).toInstant();
            Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
            Ready ready = ready(
                    Files.readAllBytes(taken), Files.readString(password(file)).strip());
            Files.delete(taken);
            Files.delete(password(file));
            return made.plus(GOOD_FOR).isBefore(now) ? Optional.empty() : Optional.of(ready);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // somebody else was quicker
        } catch (IOException | GeneralSecurityException e) {
            throw new AuthorityException("cannot read " + folder, e);
        }
    }

    /** The one key in it is the site's, under the site's code. */
    private static Ready ready(byte[] keyStore, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(keyStore), password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return new Ready(new SiteCode(alias), keyStore, password);
            }
        }
        throw new KeyStoreException("no key in it");
    }

    private Path file(String secret) {
        return folder.resolve(EnrolmentCode.address(secret) + ENDING);
    }

    private static Path password(Path file) {
        return file.resolveSibling(file.getFileName() + PASSWORD);
    }
}
