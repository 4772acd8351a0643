package org.ecgnet.edge.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The clinic's store, opened: its {@link Spool} and its {@link ExamBook}. Safe for use by many threads.
 */
public final class ClinicStore implements AutoCloseable {

    /** Its file in the folder. */
    public static final String FILE = "clinic.db";

    /** Version of its tables; an agent of another one cannot be gone back to. */
    public static final int VERSION = Schema.VERSION;

    private static final String CHECK_PLACE = "vault check";
    private static final byte[] CHECK_WORDS = "this store opens".getBytes(StandardCharsets.UTF_8);
    private static final double HARD_STOP = 1.15;

    private final StoreSettings settings;
    private final SqliteFile file;
    private final Spool spool;
    private final ExamBook book;

    private ClinicStore(StoreSettings settings, SqliteFile file, Vault vault) {
        this.settings = settings;
        this.file = file;
        this.spool = new Spool(file, vault);
        this.book = new ExamBook(file, vault);
    }

    /**
     * Opens the store, making folder, key and tables at the first start.
     *
     * @throws StoreException when the key is not the store's, or the file cannot be used
     */
    public static ClinicStore open(StoreSettings settings) {
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new StoreException("cannot make the store's folder " + settings.folder(), false, e);
        }
        var path = settings.folder().resolve(FILE);
        Vault vault = Vault.of(settings.keyFile(), Files.notExists(path));
        SqliteFile file = SqliteFile.open(path, (long) (settings.diskLimitBytes() * HARD_STOP));
        try {
            if (Schema.make(file)) {
                leaveCheck(file, vault);
            }
            check(file, vault, settings);
            return new ClinicStore(settings, file, vault);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void leaveCheck(SqliteFile file, Vault vault) {
        file.write("marking its key", connection -> {
            try (var insert = connection.prepareStatement("insert into vault_check (sealed) values (?)")) {
                insert.setBytes(1, vault.seal(CHECK_WORDS, CHECK_PLACE));
                return insert.executeUpdate();
            }
        });
    }

    private static void check(SqliteFile file, Vault vault, StoreSettings settings) {
        byte[] sealed = file.read("checking its key", connection -> {
            try (var select = connection.prepareStatement("select sealed from vault_check");
                    var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the key's mark is missing");
                }
                return row.getBytes("sealed");
            }
        });
        try {
            vault.open(sealed, CHECK_PLACE);
        } catch (StoreException e) {
            throw new StoreException(
                    "key file " + settings.keyFile() + " is not the one that " + file.file()
                            + " was written with: put the right one back",
                    false,
                    e);
        }
    }

    public Spool spool() {
        return spool;
    }

    public ExamBook book() {
        return book;
    }

    /** How much room there is; asks the file system. */
    public DiskState disk() {
        // Not Files.getFileStore: that reads the table of mounts, which a container or a chroot may not show.
        long free = settings.folder().toFile().getUsableSpace();
        return DiskState.of(settings, file.usedBytes(), free);
    }

    /** Forgets exams that the hub has had for long enough and gives freed pages back; about once an hour. */
    public int tidy(Instant now) {
        int gone = book.forgetBefore(now.minus(settings.keep()));
        file.run("giving back free pages", "pragma incremental_vacuum", "pragma wal_checkpoint(truncate)");
        return gone;
    }

    @Override
    public void close() {
        file.close();
    }
}
