package org.ecgnet.hub.store.jdbc;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Intake's tables; groups go as arrays, one statement a group. */
final class JdbcIntakeRepository implements IntakeRepository {

    private static final String OWN =
            """
            insert into exam_owner (exam_id, site)
            select * from unnest(:exams, :sites)
            on conflict (exam_id) do nothing""";
    private static final String OWNERS =
            """
            select exam_id, site
            from exam_owner
            where exam_id = any (:exams)""";
    private static final String ADD_ITEMS =
            """
            insert into exam_item (exam_id, seq)
            select * from unnest(:exams, :seqs)
            on conflict (exam_id, seq) do nothing
            returning exam_id, seq""";
    private static final String ADD_SEGMENTS =
            """
            insert into wave_segment (exam_id, seq, stored_at, first_sample, samples, waveform, crc32c, marks)
            select u.exam_id, u.seq, ?, u.first_sample, u.samples, u.waveform, u.crc32c, cast(u.marks as jsonb)
            from unnest(?, ?, ?, ?, ?, ?, ?) as u (exam_id, seq, first_sample, samples, waveform, crc32c, marks)""";
    private static final String ADD_END =
            """
            insert into exam_end (exam_id, seq, chunks, samples, sha256, clinic_ended_at, reason, stored_at)
            values (:exam, :seq, :chunks, :samples, :sha256, :endedAt, :reason, :now)
            on conflict (exam_id) do nothing""";
    private static final String ADD_CONFIRMATION =
            """
            insert into clinic_confirmation (exam_id, seq, action, confirmed_by, clinic_confirmed_at, stored_at, words)
            values (:exam, :seq, :action, :by, :at, :now, :words)""";
    private static final String ADD_IDENTIFICATION =
            """
            insert into patient_identification
                (exam_id, seq, patient_name, patient_identity, patient_sex, patient_age_years, identified_by,
                 clinic_identified_at, stored_at)
            values (:exam, :seq, :name, :identity, :sex, :age, :by, :at, :now)""";
    private static final String KEEP_FIRST =
            """
            insert into patient_identification
                (exam_id, seq, patient_name, patient_identity, patient_sex, patient_age_years, identified_by,
                 clinic_identified_at, stored_at)
            select exam_id, -1, patient_name, patient_identity, patient_sex, patient_age_years, operator,
                   clinic_started_at, received_at
            from exam
            where exam_id = :exam and exists (select 1 from patient_identification p where p.exam_id = exam.exam_id)
            on conflict (exam_id, seq) do nothing""";
    private static final String IDENTIFY =
            """
            update exam
            set patient_name = p.patient_name,
                patient_identity = p.patient_identity,
                patient_sex = p.patient_sex,
                patient_age_years = p.patient_age_years,
                read_at = case
                    when pressed_at is null
                        and (exam.patient_identity, exam.patient_sex, exam.patient_age_years)
                            is distinct from (p.patient_identity, p.patient_sex, p.patient_age_years)
                    then null
                    else read_at
                end
            from patient_identification p
            where exam.exam_id = :exam and p.exam_id = exam.exam_id
              and p.seq = (select max(seq) from patient_identification l where l.exam_id = exam.exam_id)""";
    private static final String QUARANTINE =
            """
            insert into quarantine (site, exam_id, seq, reason, payload, received_at)
            values (:site, :exam, :seq, :reason, :payload, :receivedAt)""";
    private static final String UP_TO =
            """
            select i.seq
            from exam_item i
            where i.exam_id = :exam and i.seq >= :from
              and not exists (select 1 from exam_item n where n.exam_id = i.exam_id and n.seq = i.seq + 1)
            order by i.seq
            limit 1""";
    private static final String HAS =
            """
            select exists (select 1 from exam_item where exam_id = :exam and seq = :seq)""";
    private static final String END =
            """
            select seq
            from exam_end
            where exam_id = :exam""";

    private final Handle handle;

    JdbcIntakeRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Map<ExamId, SiteCode> own(Map<ExamId, SiteCode> claims) {
        List<Map.Entry<ExamId, SiteCode>> sorted =
                claims.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        List<UUID> exams = sorted.stream().map(claim -> claim.getKey().uuid()).toList();
        handle.createUpdate(OWN)
                .bindArray("exams", UUID.class, exams)
                .bindArray(
                        "sites",
                        String.class,
                        sorted.stream().map(claim -> claim.getValue().value()).toList())
                .execute();
        Map<ExamId, SiteCode> owners = new HashMap<>();
        handle.createQuery(OWNERS)
                .bindArray("exams", UUID.class, exams)
                .map((row, context) -> owners.put(
                        new ExamId(row.getObject("exam_id", UUID.class)), new SiteCode(row.getString("site"))))
                .list();
        return owners;
    }

    @Override
    public Set<Item> add(Collection<Item> items) {
        List<Item> sorted = items.stream()
                .distinct()
                .sorted(Comparator.comparing(Item::examId).thenComparingInt(Item::seq))
                .toList();
        return new HashSet<>(handle.createQuery(ADD_ITEMS)
                .bindArray(
                        "exams",
                        UUID.class,
                        sorted.stream().map(item -> item.examId().uuid()).toList())
                .bindArray("seqs", Integer.class, sorted.stream().map(Item::seq).toList())
                .map((row, context) -> new Item(new ExamId(row.getObject("exam_id", UUID.class)), row.getInt("seq")))
                .list());
    }

    @Override
    public void addSegments(List<SegmentOf> segments, Instant now) {
        try (var insert = handle.getConnection().prepareStatement(ADD_SEGMENTS)) {
            insert.setTimestamp(1, java.sql.Timestamp.from(now));
            insert.setArray(2, array("uuid", segments, of -> of.examId().uuid()));
            insert.setArray(3, array("int4", segments, of -> of.segment().seq()));
            insert.setArray(4, array("int4", segments, of -> of.segment().firstSample()));
            insert.setArray(5, array("int4", segments, of -> of.segment().samples()));
            insert.setArray(
                    6,
                    handle.getConnection()
                            .createArrayOf(
                                    "bytea",
                                    segments.stream()
                                            .map(of -> of.segment().waveform().toArray())
                                            .toArray(byte[][]::new)));
            insert.setArray(7, array("int4", segments, of -> of.segment().crc32c()));
            insert.setArray(8, array("text", segments, of -> marks(of.segment().marks())));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    private Array array(String type, List<SegmentOf> segments, Function<SegmentOf, @Nullable Object> column)
            throws SQLException {
        return handle.getConnection()
                .createArrayOf(type, segments.stream().map(column).toArray());
    }

    /** Null for none, as for most segments. */
    private static @Nullable String marks(UnitMarks marks) {
        return marks.equals(UnitMarks.NONE) ? null : Json.write(marks);
    }

    @Override
    public void addEnd(ExamEnded ended, Instant now) {
        handle.createUpdate(ADD_END)
                .bind("exam", ended.examId().uuid())
                .bind("seq", ended.seq())
                .bind("chunks", ended.chunks())
                .bind("samples", ended.samples())
                .bind("sha256", ended.sha256().toArray())
                .bind("endedAt", ended.endedAt())
                .bind("reason", ended.reason().name())
                .bind("now", now)
                .execute();
    }

    @Override
    public void addConfirmation(ClinicConfirmed confirmed, Instant now) {
        handle.createUpdate(ADD_CONFIRMATION)
                .bind("exam", confirmed.examId().uuid())
                .bind("seq", confirmed.seq())
                .bind("action", confirmed.action().name())
                .bind("by", confirmed.by())
                .bind("at", confirmed.at())
                .bind("now", now)
                .bind("words", confirmed.words())
                .execute();
    }

    @Override
    public void addIdentification(PatientIdentified identified, Instant now) {
        handle.createUpdate(ADD_IDENTIFICATION)
                .bind("exam", identified.examId().uuid())
                .bind("seq", identified.seq())
                .bind("name", identified.patient().name())
                .bind("identity", identified.patient().identityNumber())
                .bind("sex", identified.patient().sex().name())
                .bind("age", identified.patient().ageYears())
                .bind("by", identified.by())
                .bind("at", identified.at())
                .bind("now", now)
                .execute();
    }

    @Override
    public void identify(ExamId examId) {
        handle.createUpdate(KEEP_FIRST).bind("exam", examId.uuid()).execute();
        handle.createUpdate(IDENTIFY).bind("exam", examId.uuid()).execute();
    }

    @Override
    public void quarantine(
            SiteCode site, Optional<ExamId> examId, int seq, String reason, Bytes payload, Instant receivedAt) {
        handle.createUpdate(QUARANTINE)
                .bind("site", site.value())
                .bind("exam", examId.map(ExamId::uuid))
                .bind("seq", seq)
                .bind("reason", reason)
                .bind("payload", payload.toArray())
                .bind("receivedAt", receivedAt)
                .execute();
    }

    @Override
    public Progress progress(ExamId examId, int from) {
        Optional<Integer> upTo = stored(examId, from)
                ? handle.createQuery(UP_TO)
                        .bind("exam", examId.uuid())
                        .bind("from", from)
                        .mapTo(Integer.class)
                        .findOne()
                : Optional.empty();
        Optional<Integer> end = handle.createQuery(END)
                .bind("exam", examId.uuid())
                .mapTo(Integer.class)
                .findOne();
        return new Progress(optional(upTo), optional(end));
    }

    private boolean stored(ExamId examId, int seq) {
        return handle.createQuery(HAS)
                .bind("exam", examId.uuid())
                .bind("seq", seq)
                .mapTo(Boolean.class)
                .one();
    }

    private static OptionalInt optional(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
