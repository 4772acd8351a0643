package org.ecgnet.hub.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.ReleaseException;
import org.ecgnet.protocol.release.SignedRelease;

/**
 * The folder that is shown to the clinics: one offer, and the zip that it names.
 *
 * @param folder need not be there
 */
public record Shelf(Path folder) {

    private static final Pattern SHOWN = Pattern.compile("edge-agent\\.release|[A-Za-z0-9][A-Za-z0-9._-]{0,100}\\.zip");

    /**
     * Lays a version on the shelf: the zip first, then the offer, so that none is named that is not there.
     *
     * @param share percent of the clinics that are offered it
     * @param sites that are offered it whatever the share
     * @return what was signed
     * @throws ReleaseException when it cannot be
     */
    public Release offer(AgentBundle bundle, int share, List<SiteCode> sites, PrivateKey key) {
        String name = "edge-agent-" + bundle.version() + ".zip";
        Release release =
                new Release(bundle.version(), bundle.store(), name, bundle.bytes(), bundle.sha256(), share, sites);
        try {
            Files.createDirectories(folder);
            Path zip = folder.resolve(name);
            if (!Files.exists(zip) || !AgentBundle.of(zip).sha256().equals(bundle.sha256())) {
                Path part = folder.resolve(name + ".part");
                Files.copy(bundle.file(), part, StandardCopyOption.REPLACE_EXISTING);
                move(part, zip);
            }
            Path offer = folder.resolve(SignedRelease.FILE + ".part");
            Files.writeString(offer, SignedRelease.text(release, key));
            move(offer, folder.resolve(SignedRelease.FILE));
            return release;
        } catch (IOException e) {
            throw new ReleaseException("cannot lay the version on the shelf " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Takes the offer away: no clinic begins to take it from now on.
     *
     * @return false when there was none
     */
    public boolean withdraw() {
        try {
            return Files.deleteIfExists(folder.resolve(SignedRelease.FILE));
        } catch (IOException e) {
            throw new ReleaseException("cannot take the offer from the shelf " + folder, e);
        }
    }

    /** A file of the shelf by its plain name; empty for everything else. */
    public Optional<Path> find(String name) {
        return Optional.of(name)
                .filter(SHOWN.asMatchPredicate())
                .map(folder::resolve)
                .filter(Files::isRegularFile);
    }
}
