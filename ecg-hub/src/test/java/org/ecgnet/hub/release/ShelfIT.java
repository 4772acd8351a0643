package org.ecgnet.hub.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.ReleaseException;
import org.ecgnet.protocol.release.ReleaseKeys;
import org.ecgnet.protocol.release.ReleaseVersion;
import org.ecgnet.protocol.release.SignedRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfIT {

    private static final KeyPair COUNTY = ReleaseKeys.make();

    @TempDir
    private Path folder;

    private Path bundle(String version, String store) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        if (!store.isEmpty()) {
            manifest.getMainAttributes().putValue("Ecg-Store", store);
        }
        var jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        Path zip = folder.resolve("bundle.zip");
        try (var entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            entries.putNextEntry(new ZipEntry("edge-agent.jar"));
            entries.write(jar.toByteArray());
        }
        return zip;
    }

    private Shelf shelf() {
        return new Shelf(folder.resolve("shelf"));
    }

    @Test
    void whatIsLaidOnTheShelfIsWhatAClinicReads() throws IOException {
        Path zip = bundle("0.2.0", "2");

        Release offered = shelf().offer(AgentBundle.of(zip), 10, List.of(new SiteCode("dagou")), COUNTY.getPrivate());

        String text = Files.readString(shelf().find(SignedRelease.FILE).orElseThrow());
        assertThat(SignedRelease.verified(text, COUNTY.getPublic())).isEqualTo(offered);
        assertThat(offered.version()).isEqualTo(new ReleaseVersion(0, 2, 0));
        assertThat(offered.store()).isEqualTo(2);
        assertThat(shelf().find(offered.file()).orElseThrow()).hasSameBinaryContentAs(zip);
        assertThat(offered.bytes()).isEqualTo(Files.size(zip));
    }

    @Test
    void aLargerShareTakesThePlaceOfTheSmallerAndAWithdrawnOfferIsGone() throws IOException {
        AgentBundle bundle = AgentBundle.of(bundle("0.2.0", "2"));
        shelf().offer(bundle, 0, List.of(new SiteCode("dagou")), COUNTY.getPrivate());
        shelf().offer(bundle, 100, List.of(), COUNTY.getPrivate());

        String text = Files.readString(shelf().find(SignedRelease.FILE).orElseThrow());
        assertThat(SignedRelease.verified(text, COUNTY.getPublic()).share()).isEqualTo(100);
        assertThat(shelf().withdraw()).isTrue();
        assertThat(shelf().withdraw()).isFalse();
        assertThat(shelf().find(SignedRelease.FILE)).isEmpty();
    }

    @Test
    void nothingButTheShelfsOwnFilesIsShown() throws IOException {
        shelf().offer(AgentBundle.of(bundle("0.2.0", "2")), 0, List.of(), COUNTY.getPrivate());
        Files.writeString(folder.resolve("secret.zip"), "secret");
        Files.writeString(folder.resolve("shelf/release.key"), "secret");

        Stream.of("../secret.zip", "release.key", "..", "", ".", "edge-agent-9.9.9.zip", "edge-agent.release.part")
                .forEach(name -> assertThat(shelf().find(name)).as(name).isEmpty());
    }

    @Test
    void aZipThatIsNoAgentIsRefusedWithWhatIsWrong() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        Path unversioned = bundle("0.2.0-SNAPSHOT", "2");
        assertThatThrownBy(() -> AgentBundle.of(text)).isInstanceOf(ReleaseException.class);
        assertThatThrownBy(() -> AgentBundle.of(unversioned))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("0.2.0");
        Path storeless = bundle("0.2.0", "");
        assertThatThrownBy(() -> AgentBundle.of(storeless))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("Ecg-Store");
    }
}
