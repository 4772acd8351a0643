package org.ecgnet.hub.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ecgnet.protocol.release.Digests;
import org.ecgnet.protocol.release.ReleaseException;
import org.ecgnet.protocol.release.ReleaseVersion;

/**
 * The zip of an edge agent as the build makes it.
 *
 * @param store version of the clinic's store that it works with
 * @param sha256 of the zip, in hexadecimal
 */
public record AgentBundle(Path file, ReleaseVersion version, int store, long bytes, String sha256) {

    private static final String JAR = "edge-agent.jar";
    private static final Attributes.Name STORE = new Attributes.Name("Ecg-Store");

    /** @throws ReleaseException when it is none */
    public static AgentBundle of(Path zip) {
        try (ZipFile entries = new ZipFile(zip.toFile())) {
            ZipEntry jar = Optional.ofNullable(entries.getEntry(JAR))
                    .orElseThrow(() -> new ReleaseException(zip + " holds no " + JAR + " (expected: the zip that"
                            + " ./ops/package edge-agent makes)"));
            try (JarInputStream program = new JarInputStream(entries.getInputStream(jar))) {
                Attributes said = Optional.ofNullable(program.getManifest())
                        .map(Manifest::getMainAttributes)
                        .orElseThrow(() -> new ReleaseException(zip + ": its " + JAR + " says nothing of itself"));
                return new AgentBundle(
                        zip,
                        ReleaseVersion.parse(said(said, Attributes.Name.IMPLEMENTATION_VERSION)),
                        Integer.parseInt(said(said, STORE)),
                        Files.size(zip),
                        sha256(zip));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ReleaseException(zip + " is no edge agent that can be offered: " + e.getMessage(), e);
        }
    }

    private static String said(Attributes attributes, Attributes.Name name) {
        return Optional.ofNullable(attributes.getValue(name))
                .orElseThrow(() -> new IllegalArgumentException("its manifest has no " + name));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
