package org.ecgnet.edge.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.UplinkCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;

/**
 * Messages of exams that the hub has not receipted, and their order.
 *
 * <p>When {@link #put} returns, the message is on the disk. It leaves only when the hub has receipted it <em>and</em>
 * the exam is ended and read here, so that an exam cut off by a power failure can still be ended and read as a whole.
 * Safe for use by many threads.
 */
public final class Spool {

    private static final String ADD_EXAM =
            """
            insert into exam (exam_id, created_ms, started) values (?, ?, ?)
            on conflict (exam_id) do nothing""";
    private static final String ADD_ITEM =
            """
            insert into item (exam_id, seq, payload) values (?, ?, ?)
            on conflict (exam_id, seq) do nothing""";
    private static final String REACH = "update exam set last_seq = max(last_seq, ?) where exam_id = ?";
    private static final String END = "update exam set ended_seq = ?, ended_ms = ? where exam_id = ?";
    private static final String PENDING =
            """
            select exam_id, stored_up_to, last_seq
            from exam
            where refused is null and stored_up_to < last_seq
            order by red desc, case when red = 1 or created_ms >= ? then 0 else 1 end, created_ms, exam_id
            limit ?""";
    private static final String ITEMS =
            """
            select seq, payload
            from item
            where exam_id = ? and seq > ?
            order by seq
            limit ?""";
    private static final String RECEIPT =
            """
            update exam
            set stored_up_to = max(stored_up_to, min(?, last_seq))
            where exam_id = ?""";
    private static final String COMPLETE =
            """
            update exam
            set stored_ms = ?
            where exam_id = ? and stored_ms is null and ended_seq is not null and stored_up_to >= ended_seq""";
    static final String FORGET =
            """
            delete from item
            where exam_id = ?
              and seq <= (select stored_up_to from exam
                          where exam.exam_id = item.exam_id and ended_seq is not null and reading is not null)""";
    private static final String REFUSE = "update exam set refused = ? where exam_id = ?";
    private static final String RETRY = "update exam set refused = null where exam_id = ?";
    private static final String RAISE = "update exam set red = 1 where exam_id = ?";
    private static final String LAST_SEQ = "select last_seq from exam where exam_id = ? and ended_seq is not null";
    private static final String CONFIRM =
            "insert into confirmation (exam_id, seq, action, at_ms, deed) values (?, ?, ?, ?, ?)";
    private static final String STARTED = "select started from exam where exam_id = ?";
    private static final String RENAME = "update exam set started = ? where exam_id = ?";
    private static final String IDENTIFIED = "insert into identification (exam_id, seq, at_ms, by) values (?, ?, ?, ?)";
    private static final String UNFINISHED = "select exam_id from exam where ended_seq is null order by created_ms";
    private static final String UNREAD =
            """
            select exam_id from exam
            where ended_seq is not null and reading is null
            order by created_ms""";
    private static final String BACKLOG =
            """
            select coalesce(sum(case when refused is null then last_seq - stored_up_to else 0 end), 0) as messages,
                   coalesce(sum(case when refused is null then 1 else 0 end), 0) as exams,
                   coalesce(sum(case when refused is not null then 1 else 0 end), 0) as refused,
                   min(case when refused is null then created_ms end) as oldest_ms
            from exam
            where stored_up_to < last_seq""";

    private static final String UNSENT_REDS =
            "select count(*) from exam where red = 1 and refused is null and stored_up_to < last_seq";

    private final SqliteFile file;
    private final Vault vault;

    Spool(SqliteFile file, Vault vault) {
        this.file = file;
        this.vault = vault;
    }

    /** Makes a message durable; the same one again changes nothing. */
    public void put(OfExam message, Instant now) {
        file.append("storing message " + message.seq() + " of exam " + message.examId(), connection -> {
            add(connection, message, now);
            return true;
        });
    }

    /** Makes all messages of an exam durable, or none; the same ones again change nothing. */
    public void putAll(List<? extends OfExam> messages, Instant now) {
        file.append("storing a whole exam", connection -> {
            for (OfExam message : messages) {
                add(connection, message, now);
            }
            return true;
        });
    }

    private void add(Connection connection, OfExam message, Instant now) throws SQLException {
        String exam = message.examId().toString();
        byte[] plain = UplinkCodec.encode(message, now);
        if (message instanceof ExamStarted started) {
            try (var insert = connection.prepareStatement(ADD_EXAM)) {
                insert.setString(1, exam);
                insert.setLong(2, started.startedAt().toEpochMilli());
                insert.setBytes(3, vault.seal(plain, examPlace(message.examId())));
                insert.executeUpdate();
            }
        }
        try (var insert = connection.prepareStatement(ADD_ITEM)) {
            insert.setString(1, exam);
            insert.setInt(2, message.seq());
            insert.setBytes(3, vault.seal(plain, itemPlace(message.examId(), message.seq())));
            insert.executeUpdate();
        }
        update(connection, REACH, message.seq(), exam);
        if (message instanceof ExamEnded ended) {
            update(connection, END, ended.seq(), ended.endedAt().toEpochMilli(), exam);
        }
    }

    /**
     * Adds what the clinic did with the result, under the exam's next number.
     *
     * @return empty when there is no such exam or it has not ended
     */
    public Optional<ClinicConfirmed> confirm(ExamId examId, ClinicDeed deed, Instant now) {
        return file.write("storing a confirmation of exam " + examId, connection -> {
            OptionalInt last = lastSeq(connection, examId);
            if (last.isEmpty()) {
                return Optional.<ClinicConfirmed>empty();
            }
            int seq = last.getAsInt() + 1;
            var confirmed = new ClinicConfirmed(examId, seq, deed.action(), deed.by(), now, deed.words());
            add(connection, confirmed, now);
            byte[] sealed = vault.seal(UplinkCodec.encode(confirmed, now), deedPlace(examId, seq));
            update(connection, CONFIRM, examId.toString(), seq, deed.action().name(), now.toEpochMilli(), sealed);
            return Optional.of(confirmed);
        });
    }

    /**
     * Gives an ended exam its patient, here and, under the exam's next number, at the hub.
     *
     * @return false when there is no such exam or it has not ended
     */
    public boolean identify(ExamId examId, Patient patient, String by, Instant now) {
        return file.write("storing whose exam " + examId + " is", connection -> {
            OptionalInt last = lastSeq(connection, examId);
            if (last.isEmpty()) {
                return false;
            }
            ExamStarted started = started(connection, examId);
            int seq = last.getAsInt() + 1;
            add(connection, new PatientIdentified(examId, seq, patient, by, now), now);
            byte[] who = vault.seal(by.getBytes(StandardCharsets.UTF_8), identifierPlace(examId, seq));
            update(connection, IDENTIFIED, examId.toString(), seq, now.toEpochMilli(), who);
            byte[] sealed = vault.seal(UplinkCodec.encode(started.of(patient), now), examPlace(examId));
            update(connection, RENAME, sealed, examId.toString());
            return true;
        });
    }

    private ExamStarted started(Connection connection, ExamId examId) throws SQLException {
        try (var select = connection.prepareStatement(STARTED)) {
            select.setString(1, examId.toString());
            try (var row = select.executeQuery()) {
                row.next();
                if (decode(vault.open(row.getBytes("started"), examPlace(examId)), examId)
                        instanceof ExamStarted started) {
                    return started;
                }
                throw new StoreException("exam " + examId + " does not begin with its start", false);
            }
        }
    }

    /** The number of the last message of an ended exam. */
    private static OptionalInt lastSeq(Connection connection, ExamId examId) throws SQLException {
        try (var select = connection.prepareStatement(LAST_SEQ)) {
            select.setString(1, examId.toString());
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt("last_seq")) : OptionalInt.empty();
            }
        }
    }

    /**
     * Exams with unreceipted messages: red ones first, then those begun since {@code liveSince}, then the rest; the
     * oldest first in each.
     */
    public List<PendingExam> pending(Instant liveSince, int limit) {
        return file.read("reading what is pending", connection -> {
            try (var select = connection.prepareStatement(PENDING)) {
                select.setLong(1, liveSince.toEpochMilli());
                select.setInt(2, limit);
                List<PendingExam> pending = new ArrayList<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        pending.add(new PendingExam(
                                ExamId.parse(rows.getString("exam_id")),
                                rows.getInt("stored_up_to"),
                                rows.getInt("last_seq")));
                    }
                }
                return pending;
            }
        });
    }

    /** The exam's stored messages above a number, in order. */
    public List<OfExam> items(ExamId examId, int afterSeq, int limit) {
        return file.read("reading messages of exam " + examId, connection -> {
            try (var select = connection.prepareStatement(ITEMS)) {
                select.setString(1, examId.toString());
                select.setInt(2, afterSeq);
                select.setInt(3, limit);
                List<OfExam> items = new ArrayList<>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        int seq = rows.getInt("seq");
                        items.add(decode(vault.open(rows.getBytes("payload"), itemPlace(examId, seq)), examId));
                    }
                }
                return items;
            }
        });
    }

    /** Takes the hub's receipts, highest number by exam; unknown exams are ignored. */
    public void receipted(Map<ExamId, Integer> storedUpTo, Instant now) {
        file.write("taking receipts", connection -> {
            for (Map.Entry<ExamId, Integer> receipt : storedUpTo.entrySet()) {
                String exam = receipt.getKey().toString();
                update(connection, RECEIPT, receipt.getValue(), exam);
                update(connection, COMPLETE, now.toEpochMilli(), exam);
                update(connection, FORGET, exam);
            }
            return true;
        });
    }

    /** The hub will not take it: it stays, is shown, and stands in nobody's way. */
    public void refused(ExamId examId, String reason) {
        change("marking exam " + examId + " refused", REFUSE, reason, examId.toString());
    }

    /** Offers a refused exam again. */
    public void retry(ExamId examId) {
        change("offering exam " + examId + " again", RETRY, examId.toString());
    }

    /** From now on this exam goes before all that are not red. */
    public void raise(ExamId examId) {
        change("raising exam " + examId, RAISE, examId.toString());
    }

    /** Exams without an end: the agent was cut off while they were recorded. */
    public List<ExamId> unfinished() {
        return ids("looking for unfinished exams", UNFINISHED);
    }

    /** Ended exams that this computer has not read. */
    public List<ExamId> unread() {
        return ids("looking for unread exams", UNREAD);
    }

    public Backlog backlog() {
        return file.read("counting what is queued", connection -> {
            try (var select = connection.prepareStatement(BACKLOG);
                    var row = select.executeQuery()) {
                row.next();
                long oldest = row.getLong("oldest_ms");
                return new Backlog(
                        row.getInt("messages"),
                        row.getInt("exams"),
                        row.getInt("refused"),
                        oldest == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)));
            }
        });
    }

    /** Red exams with unreceipted messages, those that the hub will not take left out. */
    public int unsentReds() {
        return (int) file.number("counting red exams on their way", UNSENT_REDS);
    }

    private List<ExamId> ids(String doing, String query) {
        return file.read(doing, connection -> {
            try (PreparedStatement select = connection.prepareStatement(query);
                    ResultSet rows = select.executeQuery()) {
                List<ExamId> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(ExamId.parse(rows.getString("exam_id")));
                }
                return ids;
            }
        });
    }

    private void change(String doing, String sql, Object... values) {
        file.write(doing, connection -> update(connection, sql, values));
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                update.setObject(at + 1, values[at]);
            }
            return update.executeUpdate();
        }
    }

    static String examPlace(ExamId examId) {
        return "exam " + examId;
    }

    static String deedPlace(ExamId examId, int seq) {
        return "deed " + seq + " of exam " + examId;
    }

    static String identifierPlace(ExamId examId, int seq) {
        return "identifier " + seq + " of exam " + examId;
    }

    private static String itemPlace(ExamId examId, int seq) {
        return "message " + seq + " of exam " + examId;
    }

    static OfExam decode(byte[] plain, ExamId examId) {
        if (UplinkCodec.decode(plain) instanceof Decoded.Accepted<UplinkMessage> accepted
                && accepted.message() instanceof OfExam message) {
            return message;
        }
        throw new StoreException("a stored message of exam " + examId + " is none that this version knows", false);
    }
}
