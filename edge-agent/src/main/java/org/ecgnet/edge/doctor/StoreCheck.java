package org.ecgnet.edge.doctor;

import static org.ecgnet.edge.doctor.Diagnosis.Subject.DISK;
import static org.ecgnet.edge.doctor.Diagnosis.Subject.STORE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoreSettings;

/** Room on the disk, and whether the store's folder, file and key are as an agent needs them. */
final class StoreCheck implements Check {

    /** What every SQLite file begins with. */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final int KEY_DIGITS = 64;
    private static final long MEBIBYTE = 1L << 20;

    @Override
    public List<Diagnosis> look(Installation installation, Instant now) {
        StoreSettings store = installation.store();
        Path folder = store.folder().toAbsolutePath();
        Path there = folder;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return List.of(Diagnosis.fail(
                    STORE,
                    "the store's folder " + folder + " cannot be made or written: " + there + " is in the way",
                    "set store.dir to a folder that the user who runs the agent may write"));
        }
        List<Diagnosis> found = new ArrayList<>();
        found.add(room(store, there));
        found.add(file(store, folder.resolve(ClinicStore.FILE)));
        return found;
    }

    private static Diagnosis room(StoreSettings store, Path folder) {
        long free;
        try {
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Diagnosis.fail(DISK, "the disk of " + folder + " does not answer", "look at the disk");
        }
        String words = free / MEBIBYTE + " MiB free, " + store.leaveFreeBytes() / MEBIBYTE + " MiB must stay free";
        return free < store.leaveFreeBytes()
                ? Diagnosis.fail(
                        DISK,
                        words + ": only emergencies are recorded",
                        "make room on the disk, or move store.dir to another")
                : Diagnosis.ok(DISK, words);
    }

    private static Diagnosis file(StoreSettings store, Path file) {
        if (Files.notExists(file)) {
            return Diagnosis.ok(STORE, "empty: it is made at the first start");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                return Diagnosis.fail(
                        STORE,
                        file + " is damaged",
                        "keep a copy of it, move it away and start the agent: exams that were not yet sent are in it alone");
            }
            return key(store);
        } catch (IOException e) {
            return Diagnosis.fail(
                    STORE, file + " cannot be read", "give it to the user who runs the agent, or look at the disk");
        }
    }

    private static Diagnosis key(StoreSettings store) throws IOException {
        Path key = store.keyFile();
        if (!Files.isReadable(key)) {
            return Diagnosis.fail(
                    STORE,
                    "the store's key " + key + " is missing or cannot be read",
                    "put the copy of the key back; without it what is in the store cannot be read");
        }
        if (!Files.readString(key, StandardCharsets.ISO_8859_1).strip().matches("[0-9a-fA-F]{" + KEY_DIGITS + "}")) {
            return Diagnosis.fail(
                    STORE,
                    "the store's key " + key + " is damaged: no " + KEY_DIGITS + " hexadecimal digits",
                    "put the copy of the key back");
        }
        if (readByOthers(key)) {
            return Diagnosis.warn(STORE, "others on this computer may read the store's key " + key, "chmod 600 " + key);
        }
        return Diagnosis.ok(STORE, "file and key are there");
    }

    private static boolean readByOthers(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !java.util.Collections.disjoint(
                        Files.getPosixFilePermissions(file),
                        Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
    }
}
