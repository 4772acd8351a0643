package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.report.Agreement;
import org.ecgnet.hub.report.FirstImpression;
import org.ecgnet.hub.report.Overread;
import org.ecgnet.hub.report.Report;
import org.ecgnet.hub.report.ReportDraft;
import org.ecgnet.hub.report.ReportRepository;
import org.ecgnet.hub.report.Seal;
import org.ecgnet.hub.report.Signature;
import org.ecgnet.hub.report.Signer;
import org.ecgnet.hub.site.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code report*} tables, and what readers keep of their own. */
final class JdbcReportRepository implements ReportRepository {

    private static final String ADD =
            """
            insert into report (exam_id, version, reading, level, machine_level, second_needed, signed_at, body)
            values (:exam, :version, :reading, :level, :machine, :second, :at, cast(:body as jsonb))""";
    private static final String ADD_SIGNATURE =
            """
            insert into report_signature
                (exam_id, version, ordinal, account, name, licence, place, signed_at, digest, seal_method, seal_proof,
                 night_double_check)
            values (:exam, :version, :ordinal, :account, :name, :licence, :place, :at, :digest, :method, :proof,
                 :alone)""";
    private static final String ADD_AGREEMENT =
            """
            insert into report_agreement (exam_id, version, claim, code, level, verdict)
            values (:exam, :version, :claim, :code, :level, :verdict)""";
    private static final String VERSIONS =
            """
            select body
            from report
            where exam_id = :exam
            order by version""";
    private static final String CURRENT =
            """
            select body
            from report
            where exam_id = :exam
            order by version desc
            limit 1""";
    private static final String SIGNATURES =
            """
            select account, name, licence, place, signed_at, digest, seal_method, seal_proof, night_double_check
            from report_signature
            where exam_id = :exam and version = :version
            order by ordinal""";
    private static final String KEEP_DRAFT =
            """
            insert into report_draft (exam_id, account, base_version, body, saved_at)
            values (:exam, :account, :base, cast(:body as jsonb), :at)
            on conflict (exam_id, account) do update
            set base_version = excluded.base_version, body = excluded.body, saved_at = excluded.saved_at""";
    private static final String DRAFT =
            """
            select base_version, body, saved_at
            from report_draft
            where exam_id = :exam and account = :account""";
    private static final String DROP_DRAFT = "delete from report_draft where exam_id = :exam and account = :account";
    private static final String LOOKED =
            """
            insert into report_look (exam_id, version, account, looked_at)
            values (:exam, :version, :account, :at)
            on conflict (exam_id, version, account) do update
            set looked_at = excluded.looked_at""";
    private static final String LOOKED_AT =
            """
            select looked_at
            from report_look
            where exam_id = :exam and version = :version and account = :account""";
    private static final String COMMIT_FIRST =
            """
            insert into report_first (exam_id, account, body, committed_at)
            values (:exam, :account, cast(:body as jsonb), :at)
            on conflict (exam_id, account) do nothing""";
    private static final String FIRST =
            """
            select body
            from report_first
            where exam_id = :exam and account = :account""";
    private static final String FIRSTS_AMONG =
            """
            select exam_id
            from report_first
            where account = :account and exam_id = any(:exams)""";
    private static final String REPORTS =
            """
            select count(*)
            from report r
            join exam e on e.exam_id = r.exam_id
            where r.signed_at >= :from and r.signed_at < :to and not e.drill and %s
                and not exists (select 1 from report later where later.exam_id = r.exam_id and later.version > r.version)""";
    private static final String AGREEMENT =
            """
            select a.code,
                count(*) filter (where a.verdict = 'ACCEPTED') as accepted,
                count(*) filter (where a.verdict = 'EDITED') as edited,
                count(*) filter (where a.verdict = 'REJECTED') as rejected,
                count(*) filter (where a.verdict = 'ADDED') as added
            from report_agreement a
            join report r on r.exam_id = a.exam_id and r.version = a.version
            join exam e on e.exam_id = r.exam_id
            where r.signed_at >= :from and r.signed_at < :to and not e.drill and %s
                and not exists (select 1 from report later where later.exam_id = r.exam_id and later.version > r.version)
            group by a.code
            order by a.code""";
    private static final String LICENCE = "select licence from reader_licence where account = :account";
    private static final String KEEP_LICENCE =
            """
            insert into reader_licence (account, licence)
            values (:account, :licence)
            on conflict (account) do update
            set licence = excluded.licence""";
    private static final String FAVOURITES = "select codes from reader_favourite where account = :account";
    private static final String KEEP_FAVOURITES =
            """
            insert into reader_favourite (account, codes)
            values (:account, :codes)
            on conflict (account) do update
            set codes = excluded.codes""";

    private final Handle handle;

    JdbcReportRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Report report) {
        UUID exam = report.examId().uuid();
        handle.createUpdate(ADD)
                .bind("exam", exam)
                .bind("version", report.version())
                .bind("reading", report.overread().reading())
                .bind("level", report.overread().level().name())
                .bind("machine", report.machineLevel().name())
                .bind("second", report.secondNeeded())
                .bind("at", report.author().at())
                .bind("body", Json.write(signedBy(report, List.of())))
                .execute();
        addSignature(exam, report.version(), 1, report.author());
        for (Agreement agreement : Agreement.of(report)) {
            handle.createUpdate(ADD_AGREEMENT)
                    .bind("exam", exam)
                    .bind("version", report.version())
                    .bind("claim", agreement.claim())
                    .bind("code", agreement.code())
                    .bind("level", agreement.level().map(TriageLevel::name))
                    .bind("verdict", agreement.verdict().name())
                    .execute();
        }
    }

    @Override
    public void addSecond(ExamId examId, int version, Signature second) {
        addSignature(examId.uuid(), version, 2, second);
    }

    private void addSignature(UUID exam, int version, int ordinal, Signature signature) {
        handle.createUpdate(ADD_SIGNATURE)
                .bind("exam", exam)
                .bind("version", version)
                .bind("ordinal", ordinal)
                .bind("account", signature.signer().account())
                .bind("name", signature.signer().name())
                .bind("licence", signature.signer().licence())
                .bind("place", signature.signer().place())
                .bind("at", signature.at())
                .bind("digest", signature.digest())
                .bind("method", signature.seal().method())
                .bind("proof", signature.seal().proof())
                .bind("alone", signature.nightDoubleCheck())
                .execute();
    }

    @Override
    public Optional<Report> current(ExamId examId) {
        return handle.createQuery(CURRENT)
                .bind("exam", examId.uuid())
                .map(JdbcReportRepository::unsigned)
                .findOne()
                .map(this::signed);
    }

    @Override
    public List<Report> versions(ExamId examId) {
        return handle
                .createQuery(VERSIONS)
                .bind("exam", examId.uuid())
                .map(JdbcReportRepository::unsigned)
                .list()
                .stream()
                .map(this::signed)
                .toList();
    }

    private Report signed(Report unsigned) {
        return signedBy(
                unsigned,
                handle.createQuery(SIGNATURES)
                        .bind("exam", unsigned.examId().uuid())
                        .bind("version", unsigned.version())
                        .map(JdbcReportRepository::signature)
                        .list());
    }

    private static Report signedBy(Report report, List<Signature> signatures) {
        return new Report(
                report.examId(),
                report.version(),
                report.claims(),
                report.machineLevel(),
                report.overread(),
                report.previousDigest(),
                report.secondNeeded(),
                report.byHand(),
                signatures);
    }

    private static Report unsigned(ResultSet row, StatementContext context) throws SQLException {
        return Json.read(row.getString("body"), Report.class);
    }

    private static Signature signature(ResultSet row, StatementContext context) throws SQLException {
        return new Signature(
                new Signer(
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("licence"),
                        row.getString("place")),
                SqlTypes.instant(row, "signed_at"),
                row.getString("digest"),
                new Seal(row.getString("seal_method"), row.getString("seal_proof")),
                row.getBoolean("night_double_check"));
    }

    @Override
    public void keepDraft(ExamId examId, String account, ReportDraft draft) {
        handle.createUpdate(KEEP_DRAFT)
                .bind("exam", examId.uuid())
                .bind("account", account)
                .bind("base", draft.baseVersion())
                .bind("body", Json.write(draft.overread()))
                .bind("at", draft.savedAt())
                .execute();
    }

    @Override
    public Optional<ReportDraft> draft(ExamId examId, String account) {
        return handle.createQuery(DRAFT)
                .bind("exam", examId.uuid())
                .bind("account", account)
                .map((row, context) -> new ReportDraft(
                        row.getInt("base_version"),
                        Json.read(row.getString("body"), Overread.class),
                        SqlTypes.instant(row, "saved_at")))
                .findOne();
    }

    @Override
    public void dropDraft(ExamId examId, String account) {
        handle.createUpdate(DROP_DRAFT)
                .bind("exam", examId.uuid())
                .bind("account", account)
                .execute();
    }

    @Override
    public void looked(ExamId examId, int version, String account, Instant at) {
        handle.createUpdate(LOOKED)
                .bind("exam", examId.uuid())
                .bind("version", version)
                .bind("account", account)
                .bind("at", at)
                .execute();
    }

    @Override
    public Optional<Instant> lookedAt(ExamId examId, int version, String account) {
        return handle.createQuery(LOOKED_AT)
                .bind("exam", examId.uuid())
                .bind("version", version)
                .bind("account", account)
                .map((row, context) -> SqlTypes.instant(row, "looked_at"))
                .findOne();
    }

    @Override
    public boolean commitFirst(ExamId examId, String account, FirstImpression first) {
        return handle.createUpdate(COMMIT_FIRST)
                        .bind("exam", examId.uuid())
                        .bind("account", account)
                        .bind("body", Json.write(first))
                        .bind("at", first.at())
                        .execute()
                == 1;
    }

    @Override
    public Optional<FirstImpression> first(ExamId examId, String account) {
        return handle.createQuery(FIRST)
                .bind("exam", examId.uuid())
                .bind("account", account)
                .map((row, context) -> Json.read(row.getString("body"), FirstImpression.class))
                .findOne();
    }

    @Override
    public Agreement.Figures agreement(Scope scope, Instant from, Instant to) {
        var sql = new ScopeSql(scope);
        int reports = sql.bind(handle.createQuery(REPORTS.formatted(sql.on("e.site"))))
                .bind("from", from)
                .bind("to", to)
                .mapTo(Integer.class)
                .one();
        List<Agreement.Count> counts = sql.bind(handle.createQuery(AGREEMENT.formatted(sql.on("e.site"))))
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Agreement.Count(
                        row.getString("code"),
                        row.getInt("accepted"),
                        row.getInt("edited"),
                        row.getInt("rejected"),
                        row.getInt("added")))
                .list();
        return new Agreement.Figures(reports, counts);
    }

    @Override
    public Set<ExamId> firstsAmong(String account, List<ExamId> exams) {
        return Set.copyOf(handle.createQuery(FIRSTS_AMONG)
                .bind("account", account)
                .bindArray("exams", UUID.class, exams.stream().map(ExamId::uuid).toList())
                .mapTo(UUID.class)
                .map(id -> ExamId.parse(id.toString()))
                .list());
    }

    @Override
    public String licence(String account) {
        return handle.createQuery(LICENCE)
                .bind("account", account)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    @Override
    public void keepLicence(String account, String licence) {
        handle.createUpdate(KEEP_LICENCE)
                .bind("account", account)
                .bind("licence", licence)
                .execute();
    }

    @Override
    public List<String> favourites(String account) {
        return handle.createQuery(FAVOURITES)
                .bind("account", account)
                .map((row, context) -> SqlTypes.<String>list(row, "codes"))
                .findOne()
                .orElse(List.of());
    }

    @Override
    public void keepFavourites(String account, List<String> codes) {
        handle.createUpdate(KEEP_FAVOURITES)
                .bind("account", account)
                .bindArray("codes", String.class, codes)
                .execute();
    }
}
