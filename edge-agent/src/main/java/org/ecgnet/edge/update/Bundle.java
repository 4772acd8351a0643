package org.ecgnet.edge.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.ecgnet.edge.launch.Programs;
import org.ecgnet.protocol.release.ReleaseVersion;

/** The zip of a version: {@code edge-agent.jar} and {@code lib/NAME.jar}, nothing else. */
final class Bundle {

    private static final Pattern NAME = Pattern.compile("edge-agent\\.jar|lib/[A-Za-z0-9][A-Za-z0-9._-]{0,150}\\.jar");
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_FILES = 300;

    private Bundle() {}

    /**
     * Unpacks it. The folder is there whole or not at all, after a power cut too.
     *
     * @throws UpdateException when the zip holds anything else, or too much
     */
    static void unpack(Path zip, Path home) {
        Path part = home.resolveSibling(home.getFileName() + ".part");
        try {
            delete(part);
            Files.createDirectories(part.resolve("lib"));
            int files = 0;
            long left = MOST_BYTES;
            try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    if (!entry.getName().equals("lib/")) {
                        left -= one(entries, entry.getName(), part, left);
                        files++;
                    }
                    if (files > MOST_FILES) {
                        throw new UpdateException("the new version holds more than " + MOST_FILES + " files");
                    }
                }
            }
            if (!Files.isRegularFile(part.resolve(Programs.JAR))) {
                throw new UpdateException("the new version holds no " + Programs.JAR);
            }
            delete(home);
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (ZipException e) {
            throw new UpdateException("the new version is no zip that can be read", e);
        } catch (IOException e) {
            throw new UpdateException("the new version cannot be written to " + home + ": " + e.getMessage(), e);
        }
    }

    private static long one(InputStream entry, String name, Path into, long left) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new UpdateException("the new version holds something that it must not: a file or folder of another"
                    + " name than edge-agent.jar and lib/NAME.jar");
        }
        Path file = into.resolve(name);
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
                bytes += read;
                if (bytes > left) {
                    throw new UpdateException("the new version is larger than " + (MOST_BYTES >> 20) + " MiB");
                }
                out.write(buffer, 0, read);
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return bytes;
    }

    /** Deletes all versions in the folder but some, and what an interrupted unpacking left. */
    static void deleteBut(Path folder, Set<ReleaseVersion> needed) {
        Set<String> names = needed.stream().map(ReleaseVersion::toString).collect(Collectors.toSet());
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> old = all.filter(Files::isDirectory)
                    .filter(home -> !names.contains(home.getFileName().toString()))
                    .toList();
            for (Path home : old) {
                delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete old versions in " + folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
