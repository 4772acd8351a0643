package org.ecgnet.edge.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.ecgnet.protocol.release.ReleaseVersion;

/**
 * The versions on a clinic's computer: the installed one, which nothing changes, and a folder with one folder for each that came
 * since, beside a file that says which is to run.
 *
 * @param installed folder with {@code edge-agent.jar} and {@code lib}
 * @param folder of the others, which the agent may write
 */
public record Programs(Path installed, Path folder) {

    /** The program in the folder of each version. */
    public static final String JAR = "edge-agent.jar";

    private static final String CHOSEN = "chosen";

    /** The folder as the agent itself knows it: which version is installed, it need not know. */
    public static Programs besides(Path folder) {
        return new Programs(folder, folder);
    }

    /** Where a version is. */
    public Path home(Optional<ReleaseVersion> version) {
        return version.map(name -> folder.resolve(name.toString())).orElse(installed);
    }

    /**
     * What is to run. A file that cannot be read is the same as none: the installed version always runs.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public Chosen chosen() {
        try {
            return Chosen.parse(Files.readString(folder.resolve(CHOSEN), StandardCharsets.UTF_8));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Chosen.INSTALLED;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(CHOSEN), e);
        }
    }

    /** Says what is to run; when this returns, it is so after a power cut too. */
    void choose(Chosen chosen) {
        Path file = folder.resolve(CHOSEN);
        Path next = folder.resolve(CHOSEN + ".next");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(chosen.text().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The version of the program in a folder; empty for a build without one. */
    static Optional<ReleaseVersion> versionIn(Path home) throws IOException {
        try (JarFile jar = new JarFile(home.resolve(JAR).toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .map(ReleaseVersion::parse);
        }
    }
}
