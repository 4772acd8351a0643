package org.ecgnet.hub.store.jdbc;

import org.ecgnet.hub.worklist.repeat.RepeatRepository;
import org.ecgnet.hub.worklist.repeat.RepeatRequest;
import org.jdbi.v3.core.Handle;

/** The {@code repeat_request} table. */
final class JdbcRepeatRepository implements RepeatRepository {

    private static final String ADD =
            """
            insert into repeat_request (exam_id, reason, note, asked_by, asked_at)
            values (:exam, :reason, :note, :by, :at)
            on conflict (exam_id) do nothing""";

    private final Handle handle;

    JdbcRepeatRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean add(RepeatRequest request) {
        return handle.createUpdate(ADD)
                        .bind("exam", request.examId().uuid())
                        .bind("reason", request.reason().name())
                        .bind("note", request.note())
                        .bind("by", request.by().name())
                        .bind("at", request.at())
                        .execute()
                > 0;
    }
}
