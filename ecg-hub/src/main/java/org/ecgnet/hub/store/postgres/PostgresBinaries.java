package org.ecgnet.hub.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the server's programs from the class path. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int OWNER_MAY_RUN = 0100;

    private PostgresBinaries() {}

    /**
     * Unpacks once; a folder that is there is complete, since it is renamed into place.
     *
     * @return the folder with {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}
     * @throws PostgresException on a machine for which there are no programs
     */
    static Path unpack(Path folder) {
        if (Files.isDirectory(folder.resolve("bin"))) {
            return folder;
        }
        Path parts = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID() + ".part");
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new PostgresException("no PostgreSQL programs for this machine (expected: Linux on x86-64): "
                        + "set database.kind = external and give database.url");
            }
            Files.createDirectories(parts);
            unpack(archive, parts);
            Files.move(parts, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(parts);
            // An atomic move says "not empty" in a different exception on each file system: what counts is what is
            // there.
            if (Files.isDirectory(folder.resolve("bin"))) {
                return folder;
            }
            throw new PostgresException("cannot unpack PostgreSQL to " + folder + ": is the disk full?", e);
        }
        return folder;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside the archive's folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & OWNER_MAY_RUN) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new PostgresException("cannot remove " + folder + ": remove it by hand", e);
        }
    }
}
