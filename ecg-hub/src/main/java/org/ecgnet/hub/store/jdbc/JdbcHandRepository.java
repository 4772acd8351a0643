package org.ecgnet.hub.store.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.fiducial.HandRepository;
import org.jdbi.v3.core.Handle;

/** The {@code hand_measurement} and {@code hand_mark} tables. */
final class JdbcHandRepository implements HandRepository {

    private static final String ADD =
            """
            insert into hand_measurement (exam_id, number, account, name, made_at, body)
            values (:exam, :number, :account, :name, :at, cast(:body as jsonb))""";
    private static final String ADD_MARK =
            """
            insert into hand_mark (exam_id, number, mark, old_sample, new_sample, old_millis, new_millis)
            values (:exam, :number, :mark, :oldSample, :newSample, :oldMillis, :newMillis)""";
    private static final String LATEST =
            """
            select body
            from hand_measurement
            where exam_id = :exam
            order by number desc
            limit 1""";
    private static final String ALL =
            """
            select body
            from hand_measurement
            where exam_id = :exam
            order by number""";

    private final Handle handle;

    JdbcHandRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(ExamId examId, HandMeasurement measurement) {
        handle.createUpdate(ADD)
                .bind("exam", examId.uuid())
                .bind("number", measurement.number())
                .bind("account", measurement.by().account())
                .bind("name", measurement.by().name())
                .bind("at", measurement.at())
                .bind("body", Json.write(measurement))
                .execute();
        for (HandMeasurement.Moved moved : measurement.moved()) {
            handle.createUpdate(ADD_MARK)
                    .bind("exam", examId.uuid())
                    .bind("number", measurement.number())
                    .bind("mark", moved.mark().label())
                    .bind("oldSample", sample(moved.from()))
                    .bind("newSample", sample(moved.to()))
                    .bind("oldMillis", millis(measurement.millis(moved.from())))
                    .bind("newMillis", millis(measurement.millis(moved.to())))
                    .execute();
        }
    }

    private static Optional<Integer> sample(OptionalInt sample) {
        return sample.isEmpty() ? Optional.empty() : Optional.of(sample.getAsInt());
    }

    private static Optional<Double> millis(OptionalDouble millis) {
        return millis.isEmpty() ? Optional.empty() : Optional.of(millis.getAsDouble());
    }

    @Override
    public Optional<HandMeasurement> latest(ExamId examId) {
        return handle.createQuery(LATEST)
                .bind("exam", examId.uuid())
                .mapTo(String.class)
                .findOne()
                .map(body -> Json.read(body, HandMeasurement.class));
    }

    @Override
    public List<HandMeasurement> all(ExamId examId) {
        return handle.createQuery(ALL)
                .bind("exam", examId.uuid())
                .mapTo(String.class)
                .map(body -> Json.read(body, HandMeasurement.class))
                .list();
    }
}
