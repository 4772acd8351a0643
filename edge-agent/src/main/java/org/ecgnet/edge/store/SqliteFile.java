package org.ecgnet.edge.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The database file: one connection, write-ahead log, every commit synchronous. Safe for use by many threads, one at a
 * time.
 */
final class SqliteFile implements AutoCloseable {

    /** Work on the connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private static final int PAGE_BYTES = 4096;
    private static final int BUSY_MILLIS = 5000;
    private static final int RESERVE_PART = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final Connection connection;
    private final long mostBytes;

    private SqliteFile(Path file, Connection connection, long mostBytes) {
        this.file = file;
        this.connection = connection;
        this.mostBytes = mostBytes;
    }

    /** @param mostBytes a hard stop above which SQLite refuses to grow the file by {@link #append} */
    static SqliteFile open(Path file, long mostBytes) {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE_BYTES);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            return new SqliteFile(file, connection, mostBytes);
        } catch (SQLException e) {
            throw failure(file, "opening it", e);
        }
    }

    /** Reads. */
    <T> T read(String doing, Work<T> work) {
        lock.lock();
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw failure(file, doing, e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes in one transaction: when this returns, it is on the disk; when it throws, nothing changed. */
    <T> T write(String doing, Work<T> work) {
        return write(doing, work, mostBytes + mostBytes / RESERVE_PART);
    }

    /** As {@link #write}, for what fills the store: the reserve is left to what empties it, such as receipts. */
    <T> T append(String doing, Work<T> work) {
        return write(doing, work, mostBytes);
    }

    private <T> T write(String doing, Work<T> work, long limitBytes) {
        lock.lock();
        try {
            execute("pragma max_page_count = " + limitBytes / PAGE_BYTES);
            execute("begin immediate");
            try {
                T result = work.with(connection);
                execute("commit");
                return result;
            } catch (SQLException | RuntimeException e) {
                undo(e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(file, doing, e);
        } finally {
            lock.unlock();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** SQLite itself has undone a transaction that met a full disk, and then has none to undo. */
    private void undo(Exception cause) {
        try {
            execute("rollback");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Runs statements outside a transaction. */
    void run(String doing, String... statements) {
        read(doing, open -> {
            try (Statement statement = open.createStatement()) {
                for (String one : statements) {
                    statement.execute(one);
                }
            }
            return true;
        });
    }

    /** The single number that a query gives. */
    long number(String doing, String query) {
        return read(doing, open -> {
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    /** Bytes of the file that hold something. */
    long usedBytes() {
        long pages = number("counting pages", "pragma page_count") - number("counting pages", "pragma freelist_count");
        return pages * PAGE_BYTES;
    }

    Path file() {
        return file;
    }

    private static StoreException failure(Path file, String doing, SQLException e) {
        boolean full = e.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code;
        boolean busy = e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
        boolean io = (e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_IOERR.code;
        String what = full ? "the disk, or the store's limit, is full" : String.valueOf(e.getMessage());
        return new StoreException("store " + file + ", " + doing + ": " + what, full || busy || io, e);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(file, "closing it", e);
        } finally {
            lock.unlock();
        }
    }
}
