package org.ecgnet.hub.store.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.archive.ArchiveRepository;
import org.ecgnet.protocol.uplink.Bytes;
import org.jdbi.v3.core.Handle;

/** The {@code pressed_at} column of {@code exam} and the waveforms of {@code wave_segment}. */
final class JdbcArchiveRepository implements ArchiveRepository {

    private static final String UNPRESSED =
            """
            select exam_id
            from exam
            where pressed_at is null and state = 'COMPLETE' and read_at is not null and completed_at < :before
            order by completed_at, exam_id
            limit :limit""";
    private static final String REPLACE =
            """
            update wave_segment
            set waveform = :waveform
            where exam_id = :exam and seq = :seq""";
    private static final String PRESSED = "update exam set pressed_at = :now where exam_id = :exam";

    private final Handle handle;

    JdbcArchiveRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<ExamId> unpressed(Instant before, int limit) {
        return handle.createQuery(UNPRESSED)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new ExamId(row.getObject("exam_id", UUID.class)))
                .list();
    }

    @Override
    public void replace(ExamId examId, Map<Integer, Bytes> waveforms) {
        var batch = handle.prepareBatch(REPLACE);
        waveforms.forEach((seq, waveform) -> batch.bind("exam", examId.uuid())
                .bind("seq", seq)
                .bind("waveform", waveform.toArray())
                .add());
        batch.execute();
    }

    @Override
    public void pressed(ExamId examId, Instant now) {
        handle.createUpdate(PRESSED)
                .bind("exam", examId.uuid())
                .bind("now", now)
                .execute();
    }
}
