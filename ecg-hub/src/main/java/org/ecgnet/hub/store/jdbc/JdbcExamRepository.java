package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.hub.exam.ClinicConfirmation;
import org.ecgnet.hub.exam.Ending;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.PatientIdentification;
import org.ecgnet.hub.exam.RecordingAssembly;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code exam}, {@code exam_end}, {@code wave_segment} and {@code clinic_confirmation} tables. */
final class JdbcExamRepository implements ExamRepository {

    private static final String ADD_IF_ABSENT =
            """
            insert into exam
                (exam_id, site, unit, unit_model, operator, patient_name, patient_identity, patient_sex,
                 patient_age_years, chest_pain, syncope, dyspnoea, shock, rate_hertz, leads, microvolts_per_count,
                 baseline_counts, clinic_started_at, received_at, clinic_clock_ahead_millis, drill, state,
                 clinic_onset_at, oxygen_percent, systolic_mmhg, diastolic_mmhg)
            values
                (:exam, :site, :unit, :model, :operator, :name, :identity, :sex,
                 :age, :chestPain, :syncope, :dyspnoea, :shock, :rate, :leads, :microvolts,
                 :baselines, :startedAt, :receivedAt, :ahead, :drill, :state,
                 :onset, :oxygen, :systolic, :diastolic)
            on conflict (exam_id) do nothing""";
    private static final String SELECT =
            """
            select x.exam_id, x.site, x.unit, x.unit_model, x.operator, x.patient_name, x.patient_identity,
                   x.patient_sex, x.patient_age_years, x.chest_pain, x.syncope, x.dyspnoea, x.shock, x.rate_hertz,
                   x.leads, x.microvolts_per_count, x.baseline_counts, x.clinic_started_at, x.received_at,
                   x.clinic_clock_ahead_millis, x.drill, x.state, x.completed_at,
                   x.clinic_onset_at, x.oxygen_percent, x.systolic_mmhg, x.diastolic_mmhg,
                   e.chunks, e.samples, e.clinic_ended_at, e.reason
            from exam x
            left join exam_end e on e.exam_id = x.exam_id
            where x.exam_id = :exam""";
    private static final String LOCKING = SELECT + "\nfor update of x";
    private static final String SEGMENTS =
            """
            select seq, first_sample, samples, waveform, crc32c, marks
            from wave_segment
            where exam_id = :exam and seq >= :from
            order by seq""";
    private static final String ENDING =
            """
            select chunks, samples, sha256
            from exam_end
            where exam_id = :exam""";
    private static final String COMPLETE =
            """
            update exam
            set state = :state, completed_at = :now
            where exam_id = :exam and state = 'ARRIVING'""";
    private static final String UNREAD =
            """
            select x.exam_id
            from exam x
            join exam_end e on e.exam_id = x.exam_id
            where x.read_at is null
              and e.chunks = (select count(*) from exam_item i
                              where i.exam_id = x.exam_id and i.seq between 1 and e.chunks)
            order by x.received_at, x.exam_id""";
    private static final String READ =
            """
            update exam
            set read_at = :now
            where exam_id = :exam and read_at is null""";
    private static final String IDENTIFICATIONS =
            """
            select identified_by, stored_at
            from patient_identification
            where exam_id = :exam and seq >= 0
            order by seq""";
    private static final String CONFIRMATIONS =
            """
            select exam_id, seq, action, confirmed_by, clinic_confirmed_at, stored_at, words
            from clinic_confirmation
            where exam_id = :exam
            order by seq""";

    private final Handle handle;

    JdbcExamRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean addIfAbsent(Exam exam) {
        return handle.createUpdate(ADD_IF_ABSENT)
                        .bind("exam", exam.id().uuid())
                        .bind("site", exam.site().value())
                        .bind("unit", exam.unit().value())
                        .bind("model", exam.unitModel())
                        .bind("operator", exam.operator())
                        .bind("name", exam.patient().name())
                        .bind("identity", exam.patient().identityNumber())
                        .bind("sex", exam.patient().sex().name())
                        .bind("age", exam.patient().ageYears())
                        .bind("chestPain", exam.symptoms().chestPain())
                        .bind("syncope", exam.symptoms().syncope())
                        .bind("dyspnoea", exam.symptoms().dyspnoea())
                        .bind("shock", exam.symptoms().shock())
                        .bind("rate", exam.rate().hertz())
                        .bindArray(
                                "leads",
                                String.class,
                                exam.leads().stream().map(Lead::name).toList())
                        .bindArray(
                                "microvolts",
                                Double.class,
                                exam.scales().stream()
                                        .map(LeadScale::microvoltsPerCount)
                                        .toList())
                        .bindArray(
                                "baselines",
                                Integer.class,
                                exam.scales().stream()
                                        .map(LeadScale::baselineCounts)
                                        .toList())
                        .bind("startedAt", exam.startedAt())
                        .bind("receivedAt", exam.receivedAt())
                        .bind("ahead", exam.clinicClockAhead().toMillis())
                        .bind("drill", exam.drill())
                        .bind("state", exam.state().name())
                        .bind("onset", exam.bedside().onset())
                        .bind("oxygen", exam.bedside().oxygenPercent())
                        .bind("systolic", exam.bedside().systolicMmHg())
                        .bind("diastolic", exam.bedside().diastolicMmHg())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Exam> find(ExamId id) {
        return one(SELECT, id);
    }

    @Override
    public Optional<Exam> lock(ExamId id) {
        return one(LOCKING, id);
    }

    private Optional<Exam> one(String query, ExamId id) {
        return handle.createQuery(query)
                .bind("exam", id.uuid())
                .map(JdbcExamRepository::exam)
                .findOne();
    }

    @Override
    public List<Segment> segments(ExamId id, int fromSeq) {
        return handle.createQuery(SEGMENTS)
                .bind("exam", id.uuid())
                .bind("from", fromSeq)
                .map(JdbcExamRepository::segment)
                .list();
    }

    @Override
    public Optional<Recording> recording(ExamId id) {
        return find(id).flatMap(
                        exam -> RecordingAssembly.of(exam, segments(id, 1)).recording());
    }

    @Override
    public Optional<Ending> ending(ExamId id) {
        return handle.createQuery(ENDING)
                .bind("exam", id.uuid())
                .map((row, context) ->
                        new Ending(row.getInt("chunks"), row.getInt("samples"), Bytes.of(row.getBytes("sha256"))))
                .findOne();
    }

    @Override
    public void complete(ExamId id, ExamState state, Instant now) {
        handle.createUpdate(COMPLETE)
                .bind("exam", id.uuid())
                .bind("state", state.name())
                .bind("now", now)
                .execute();
    }

    @Override
    public boolean read(ExamId id, Instant now) {
        return handle.createUpdate(READ)
                        .bind("exam", id.uuid())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    @Override
    public List<ExamId> unread() {
        return handle.createQuery(UNREAD)
                .map((row, context) -> new ExamId(row.getObject("exam_id", UUID.class)))
                .list();
    }

    @Override
    public List<PatientIdentification> identifications(ExamId id) {
        return handle.createQuery(IDENTIFICATIONS)
                .bind("exam", id.uuid())
                .map((row, context) ->
                        new PatientIdentification(row.getString("identified_by"), SqlTypes.instant(row, "stored_at")))
                .list();
    }

    @Override
    public List<ClinicConfirmation> confirmations(ExamId id) {
        return handle.createQuery(CONFIRMATIONS)
                .bind("exam", id.uuid())
                .map((row, context) -> new ClinicConfirmation(
                        id,
                        row.getInt("seq"),
                        ClinicAction.valueOf(row.getString("action")),
                        row.getString("confirmed_by"),
                        SqlTypes.instant(row, "clinic_confirmed_at"),
                        SqlTypes.instant(row, "stored_at"),
                        row.getString("words")))
                .list();
    }

    private static Segment segment(ResultSet row, StatementContext context) throws SQLException {
        return new Segment(
                row.getInt("seq"),
                row.getInt("first_sample"),
                row.getInt("samples"),
                Bytes.of(row.getBytes("waveform")),
                row.getInt("crc32c"),
                SqlTypes.optionalText(row, "marks")
                        .map(json -> Json.read(json, UnitMarks.class))
                        .orElse(UnitMarks.NONE));
    }

    private static Exam exam(ResultSet row, StatementContext context) throws SQLException {
        List<Double> microvolts = SqlTypes.list(row, "microvolts_per_count");
        List<Integer> baselines = SqlTypes.list(row, "baseline_counts");
        List<LeadScale> scales = new ArrayList<>();
        for (int lead = 0; lead < microvolts.size(); lead++) {
            scales.add(new LeadScale(microvolts.get(lead), baselines.get(lead)));
        }
        return new Exam(
                new ExamId(row.getObject("exam_id", UUID.class)),
                new SiteCode(row.getString("site")),
                new UnitId(row.getString("unit")),
                row.getString("unit_model"),
                row.getString("operator"),
                new Patient(
                        SqlTypes.optionalText(row, "patient_name"),
                        SqlTypes.optionalText(row, "patient_identity"),
                        Sex.valueOf(row.getString("patient_sex")),
                        SqlTypes.optionalWhole(row, "patient_age_years")),
                new Symptoms(
                        row.getBoolean("chest_pain"),
                        row.getBoolean("syncope"),
                        row.getBoolean("dyspnoea"),
                        row.getBoolean("shock")),
                new SampleRate(row.getInt("rate_hertz")),
                SqlTypes.<String>list(row, "leads").stream().map(Lead::valueOf).toList(),
                scales,
                SqlTypes.instant(row, "clinic_started_at"),
                SqlTypes.instant(row, "received_at"),
                Duration.ofMillis(row.getLong("clinic_clock_ahead_millis")),
                row.getBoolean("drill"),
                ExamState.valueOf(row.getString("state")),
                end(row),
                new Bedside(
                        SqlTypes.optionalInstant(row, "clinic_onset_at"),
                        SqlTypes.optionalWhole(row, "oxygen_percent"),
                        SqlTypes.optionalWhole(row, "systolic_mmhg"),
                        SqlTypes.optionalWhole(row, "diastolic_mmhg")));
    }

    private static Optional<Exam.ExamEnd> end(ResultSet row) throws SQLException {
        Optional<String> reason = SqlTypes.optionalText(row, "reason");
        if (reason.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Exam.ExamEnd(
                row.getInt("chunks"),
                row.getInt("samples"),
                SqlTypes.instant(row, "clinic_ended_at"),
                reason.get(),
                SqlTypes.optionalInstant(row, "completed_at")));
    }
}
