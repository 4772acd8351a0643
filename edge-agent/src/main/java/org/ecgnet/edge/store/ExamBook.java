package org.ecgnet.edge.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.store.StoredExam.Timed;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.DownlinkCodec;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;

/** Exams as the clinic sees them: who, what this computer read, what the centre said. Safe for use by many threads. */
public final class ExamBook {

    private static final String COLUMNS =
            """
            select exam_id, red, started, last_seq, stored_up_to, ended_ms, stored_ms, refused, reading, reading_ms
            from exam""";
    private static final String LATEST = COLUMNS + " order by created_ms desc, exam_id desc limit ?";
    private static final String ONE = COLUMNS + " where exam_id = ?";
    private static final String SAID =
            "select digest, at_ms, payload from downlink where exam_id = ? order by at_ms, rowid";
    private static final String WORDS =
            "select digest, at_ms, payload from downlink where exam_id is null order by at_ms desc limit ?";
    private static final String CONFIRMED =
            "select seq, action, at_ms, deed from confirmation where exam_id = ? order by seq";
    private static final String IDENTIFIED =
            "select seq, at_ms, by from identification where exam_id = ? order by seq desc limit 1";
    private static final String FROM_TO =
            COLUMNS + " where created_ms >= ? and created_ms < ? order by created_ms desc, exam_id desc";
    private static final String KEEP_STRIP = "insert or replace into strip (exam_id, payload) values (?, ?)";
    private static final String STRIP =
            "select payload, started from strip join exam using (exam_id) where exam_id = ?";
    private static final String HEAR =
            """
            insert into downlink (digest, exam_id, at_ms, payload) values (?, ?, ?, ?)
            on conflict (digest) do nothing""";
    private static final String READ =
            """
            update exam
            set reading = ?, reading_ms = ?, red = max(red, ?)
            where exam_id = ?""";
    private static final String GONE_DOWNLINKS =
            """
            delete from downlink
            where exam_id in (select exam_id from exam where stored_ms < ? and stored_up_to >= last_seq)
               or exam_id is null and at_ms < ?""";
    private static final String GONE_EXAMS = "delete from exam where stored_ms < ? and stored_up_to >= last_seq";

    private final SqliteFile file;
    private final Vault vault;

    ExamBook(SqliteFile file, Vault vault) {
        this.file = file;
        this.vault = vault;
    }

    /** The newest exams, newest first. */
    public List<StoredExam> latest(int limit) {
        return file.read("reading the latest exams", connection -> {
            try (var select = connection.prepareStatement(LATEST)) {
                select.setInt(1, limit);
                List<StoredExam> exams = new ArrayList<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        exams.add(exam(connection, rows));
                    }
                }
                return exams;
            }
        });
    }

    public Optional<StoredExam> exam(ExamId examId) {
        return file.read("reading exam " + examId, connection -> {
            try (var select = connection.prepareStatement(ONE)) {
                select.setString(1, examId.toString());
                try (var row = select.executeQuery()) {
                    return row.next() ? Optional.of(exam(connection, row)) : Optional.<StoredExam>empty();
                }
            }
        });
    }

    /**
     * Exams begun in a span, newest first. Names are encrypted: each start of the span is opened and asked.
     *
     * @param to not included
     */
    public List<StoredExam> search(Instant from, Instant to, Predicate<ExamStarted> wanted, int limit) {
        return file.read("searching exams", connection -> {
            try (var select = connection.prepareStatement(FROM_TO)) {
                select.setLong(1, from.toEpochMilli());
                select.setLong(2, to.toEpochMilli());
                List<StoredExam> found = new ArrayList<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next() && found.size() < limit) {
                        if (wanted.test(started(rows, ExamId.parse(rows.getString("exam_id"))))) {
                            found.add(exam(connection, rows));
                        }
                    }
                }
                return found;
            }
        });
    }

    /** The seconds that were read; empty before that, and for exams of an earlier version. */
    public Optional<Strip> strip(ExamId examId) {
        return file.read("reading the strip of exam " + examId, connection -> {
            try (var select = connection.prepareStatement(STRIP)) {
                select.setString(1, examId.toString());
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(Strip.of(
                                    vault.open(row.getBytes("payload"), stripPlace(examId)), started(row, examId)))
                            : Optional.<Strip>empty();
                }
            }
        });
    }

    /** This computer's own reading, of which no samples are kept. */
    public void read(ReadingReady reading, Instant now) {
        read(reading, Optional.empty(), now);
    }

    /**
     * This computer's own reading; a red one sends the exam first from now on.
     *
     * @param strip the seconds that were read, to be shown and printed after everything else went to the hub
     */
    public void read(ReadingReady reading, Optional<Strip> strip, Instant now) {
        ExamId examId = reading.examId();
        String exam = examId.toString();
        byte[] sealed = vault.seal(DownlinkCodec.encode(reading, now, 0), readingPlace(examId));
        Optional<byte[]> kept = strip.map(read -> vault.seal(read.toBytes(), stripPlace(examId)));
        int red = reading.level() == TriageLevel.RED ? 1 : 0;
        file.write("storing the reading of exam " + exam, connection -> {
            if (kept.isPresent()) {
                Spool.update(connection, KEEP_STRIP, exam, kept.get());
            }
            Spool.update(connection, READ, sealed, now.toEpochMilli(), red, exam);
            return Spool.update(connection, Spool.FORGET, exam);
        });
    }

    /**
     * Keeps what the centre said.
     *
     * @return false when it was said before
     */
    public boolean hear(DownlinkMessage message, Optional<ExamId> about, Instant now) {
        byte[] plain = DownlinkCodec.encode(message, Instant.EPOCH, 0);
        String digest = digest(plain);
        byte[] sealed = vault.seal(plain, downlinkPlace(digest));
        return file.write("storing a message of the centre", connection -> {
            try (var insert = connection.prepareStatement(HEAR)) {
                insert.setString(1, digest);
                insert.setString(2, about.map(ExamId::toString).orElse(null));
                insert.setLong(3, now.toEpochMilli());
                insert.setBytes(4, sealed);
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** What the centre said about no exam in particular, newest first. */
    public List<Timed<DownlinkMessage>> words(int limit) {
        return file.read("reading the centre's messages", connection -> {
            try (var select = connection.prepareStatement(WORDS)) {
                select.setInt(1, limit);
                try (var rows = select.executeQuery()) {
                    return downlinks(rows);
                }
            }
        });
    }

    int forgetBefore(Instant storedBefore) {
        long before = storedBefore.toEpochMilli();
        return file.write("forgetting old exams", connection -> {
            Spool.update(connection, GONE_DOWNLINKS, before, before);
            return Spool.update(connection, GONE_EXAMS, before);
        });
    }

    private StoredExam exam(Connection connection, ResultSet row) throws SQLException {
        ExamId examId = ExamId.parse(row.getString("exam_id"));
        return new StoredExam(
                started(row, examId),
                row.getInt("red") == 1,
                row.getInt("last_seq"),
                row.getInt("stored_up_to"),
                instant(row, "ended_ms"),
                instant(row, "stored_ms"),
                Optional.ofNullable(row.getString("refused")),
                reading(row, examId),
                identified(connection, examId),
                confirmed(connection, examId),
                said(connection, examId));
    }

    private ExamStarted started(ResultSet row, ExamId examId) throws SQLException {
        byte[] plain = vault.open(row.getBytes("started"), Spool.examPlace(examId));
        if (Spool.decode(plain, examId) instanceof ExamStarted started) {
            return started;
        }
        throw new StoreException("exam " + examId + " does not begin with its start", false);
    }

    private Optional<Timed<ReadingReady>> reading(ResultSet row, ExamId examId) throws SQLException {
        byte[] sealed = row.getBytes("reading");
        if (sealed == null) {
            return Optional.empty();
        }
        if (decode(vault.open(sealed, readingPlace(examId))) instanceof ReadingReady reading) {
            return Optional.of(new Timed<>(instant(row, "reading_ms").orElse(Instant.EPOCH), reading));
        }
        throw new StoreException("the reading of exam " + examId + " is none", false);
    }

    private Optional<Timed<String>> identified(Connection connection, ExamId examId) throws SQLException {
        try (var select = connection.prepareStatement(IDENTIFIED)) {
            select.setString(1, examId.toString());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] by = vault.open(row.getBytes("by"), Spool.identifierPlace(examId, row.getInt("seq")));
                return Optional.of(new Timed<>(
                        Instant.ofEpochMilli(row.getLong("at_ms")), new String(by, StandardCharsets.UTF_8)));
            }
        }
    }

    private List<Timed<ClinicDeed>> confirmed(Connection connection, ExamId examId) throws SQLException {
        try (var select = connection.prepareStatement(CONFIRMED)) {
            select.setString(1, examId.toString());
            List<Timed<ClinicDeed>> confirmed = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    confirmed.add(new Timed<>(Instant.ofEpochMilli(rows.getLong("at_ms")), deed(rows, examId)));
                }
            }
            return confirmed;
        }
    }

    /** The first version kept the action alone. */
    private ClinicDeed deed(ResultSet row, ExamId examId) throws SQLException {
        byte[] sealed = row.getBytes("deed");
        if (sealed != null
                && Spool.decode(vault.open(sealed, Spool.deedPlace(examId, row.getInt("seq"))), examId)
                        instanceof ClinicConfirmed confirmed) {
            return new ClinicDeed(confirmed.action(), confirmed.by(), confirmed.words());
        }
        return new ClinicDeed(ClinicAction.valueOf(row.getString("action")), "", "");
    }

    private List<Timed<DownlinkMessage>> said(Connection connection, ExamId examId) throws SQLException {
        try (var select = connection.prepareStatement(SAID)) {
            select.setString(1, examId.toString());
            try (var rows = select.executeQuery()) {
                return downlinks(rows);
            }
        }
    }

    private List<Timed<DownlinkMessage>> downlinks(ResultSet rows) throws SQLException {
        List<Timed<DownlinkMessage>> said = new ArrayList<>();
        while (rows.next()) {
            byte[] plain = vault.open(rows.getBytes("payload"), downlinkPlace(rows.getString("digest")));
            said.add(new Timed<>(Instant.ofEpochMilli(rows.getLong("at_ms")), decode(plain)));
        }
        return said;
    }

    private static DownlinkMessage decode(byte[] plain) {
        if (DownlinkCodec.decode(plain) instanceof Decoded.Accepted<DownlinkMessage> accepted) {
            return accepted.message();
        }
        throw new StoreException("a stored message of the centre is none that this version knows", false);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static String stripPlace(ExamId examId) {
        return "strip of exam " + examId;
    }

    private static String readingPlace(ExamId examId) {
        return "reading of exam " + examId;
    }

    private static String downlinkPlace(String digest) {
        return "centre's message " + digest;
    }

    /** Keyed by nothing: the content is encrypted, and its digest tells only that two messages are the same. */
    private static String digest(byte[] plain) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("downlink".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(plain));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
