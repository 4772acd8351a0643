package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Handling;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.worklist.CaseProgress;
import org.ecgnet.hub.worklist.ExamSearch;
import org.ecgnet.hub.worklist.PatientMask;
import org.ecgnet.hub.worklist.ReaderWork;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.WorklistRepository;
import org.ecgnet.hub.worklist.claim.Claim;
import org.ecgnet.hub.worklist.repeat.RepeatReason;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The worklist, read over {@code exam} and what hangs on it. */
final class JdbcWorklistRepository implements WorklistRepository {

    private static final Pattern COLUMN = Pattern.compile("\\{\\{([a-z.]+)}}");
    private static final String ITEMS =
            """
            select x.exam_id, x.site, x.patient_name, x.patient_sex, x.patient_age_years,
                   x.chest_pain, x.syncope, x.dyspnoea, x.shock, x.drill, x.state, x.received_at, x.completed_at,
                   r.level, r.hard, r.made_at, r.rule, r.chinese, r.english,
                   (select min(c.stored_at) from clinic_confirmation c
                    where c.exam_id = x.exam_id
                      and c.action in ('SEEN', 'CALLED_120', 'TRANSFERRED')) as clinic_seen_at,
                   k.body as case_body,
                   l.account as claim_account, l.name as claim_name, l.claimed_at, l.lease_until,
                   (select min(p.signed_at) from report p where p.exam_id = x.exam_id) as signed_at,
                   (select q.reason from repeat_request q where q.exam_id = x.exam_id) as sent_back,
                   h.account as offer_account, h.name as offer_name
            from exam x
            left join lateral (
                select level, hard, made_at,
                       body #>> '{findings,0,rule}' as rule,
                       body #>> '{findings,0,chinese}' as chinese,
                       body #>> '{findings,0,english}' as english
                from reading
                where exam_id = x.exam_id
                order by number desc
                limit 1) r on true
            left join lateral (
                select c.body
                from critical_case c
                join critical_case_exam e on e.case_id = c.case_id
                join exam latest on latest.exam_id = c.exam_id
                where e.exam_id = x.exam_id and {{latest.site}}
                order by c.number desc
                limit 1) k on true
            left join exam_claim l on l.exam_id = x.exam_id
            left join lateral (
                select o.account, o.name
                from handover_item i
                join handover o on o.handover_id = i.handover_id
                where i.exam_id = x.exam_id and i.taken_at is null
                  and (l.account is null or l.account = o.account or l.claimed_at < o.offered_at)
                limit 1) h on true
            """;
    private static final String CURRENT = ITEMS
            + """
            where {{x.site}} and (x.exam_id in (
                    select exam_id from exam
                    where received_at >= :since and {{site}}
                    order by received_at desc
                    limit :most)
               or x.exam_id in (
                    select e.exam_id
                    from critical_case c
                    join critical_case_exam e on e.case_id = c.case_id
                    where c.closed_at is null and c.acknowledged_at is null))""";
    private static final String FOUND =
            ITEMS + """
            where x.exam_id in (%s)
            order by x.received_at desc""";
    private static final String IN_SPAN = "received_at >= :from and received_at < :to and {{site}}";
    private static final String NEWEST = " order by received_at desc limit :most";
    private static final String BY_WORDS =
            """
            select exam_id from (
                (select exam_id, received_at from exam where patient_name like :start and %1$s %2$s)
                union
                (select exam_id, received_at from exam where patient_identity = :words and %1$s %2$s)
                union
                (select exam_id, received_at from exam where right(exam_id::text, 6) = :code and %1$s %2$s)) w
            order by received_at desc
            limit :most""";

    private final Handle handle;

    JdbcWorklistRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<WorklistItem> current(Scope scope, Instant since, int most) {
        return within(scope, CURRENT)
                .bind("since", since)
                .bind("most", most)
                .map(JdbcWorklistRepository::item)
                .list();
    }

    @Override
    public List<WorklistItem> find(Scope scope, ExamSearch search, int most) {
        String site = search.site().isPresent() ? " and site = :site" : "";
        String which = search.words().isPresent()
                ? BY_WORDS.formatted(IN_SPAN + site, NEWEST)
                : "select exam_id from exam where " + IN_SPAN + site + NEWEST;
        Query query = within(scope, FOUND.formatted(which))
                .bind("from", search.from())
                .bind("to", search.to())
                .bind("most", most);
        search.site().ifPresent(code -> query.bind("site", code.value()));
        search.words().ifPresent(words -> query.bind("words", words)
                .bind("start", prefix(words))
                .bind("code", words.toLowerCase(Locale.ROOT)));
        return query.map(JdbcWorklistRepository::item).list();
    }

    /** A query in which a column in double braces stands for the scope's condition on it. */
    private Query within(Scope scope, String text) {
        var sql = new ScopeSql(scope);
        String scoped = COLUMN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(sql.on(found.group(1))));
        return sql.bind(handle.createQuery(scoped));
    }

    /** The name begins so: what the asker typed is no pattern. */
    private static String prefix(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static WorklistItem item(ResultSet row, StatementContext context) throws SQLException {
        return new WorklistItem(
                new ExamId(row.getObject("exam_id", UUID.class)),
                new SiteCode(row.getString("site")),
                SqlTypes.optionalText(row, "patient_name").map(PatientMask::of),
                Sex.valueOf(row.getString("patient_sex")),
                SqlTypes.optionalWhole(row, "patient_age_years"),
                new Symptoms(
                        row.getBoolean("chest_pain"),
                        row.getBoolean("syncope"),
                        row.getBoolean("dyspnoea"),
                        row.getBoolean("shock")),
                row.getBoolean("drill"),
                ExamState.valueOf(row.getString("state")),
                SqlTypes.instant(row, "received_at"),
                SqlTypes.optionalInstant(row, "completed_at"),
                judgement(row),
                progress(row),
                work(row),
                SqlTypes.optionalInstant(row, "clinic_seen_at"));
    }

    private static ReaderWork work(ResultSet row) throws SQLException {
        Optional<String> claimed = SqlTypes.optionalText(row, "claim_account");
        Optional<Claim> claim = claimed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim(
                        new ExamId(row.getObject("exam_id", UUID.class)),
                        new Person(claimed.get(), row.getString("claim_name")),
                        SqlTypes.instant(row, "claimed_at"),
                        SqlTypes.instant(row, "lease_until")));
        Optional<String> offered = SqlTypes.optionalText(row, "offer_account");
        return new ReaderWork(
                claim,
                SqlTypes.optionalInstant(row, "signed_at"),
                SqlTypes.optionalText(row, "sent_back").map(RepeatReason::valueOf),
                offered.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Person(offered.get(), row.getString("offer_name"))));
    }

    private static Optional<WorklistItem.Judgement> judgement(ResultSet row) throws SQLException {
        Optional<String> level = SqlTypes.optionalText(row, "level");
        if (level.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> rule = SqlTypes.optionalText(row, "rule");
        Optional<WorklistItem.Headline> headline = rule.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WorklistItem.Headline(rule.get(), row.getString("chinese"), row.getString("english")));
        return Optional.of(new WorklistItem.Judgement(
                TriageLevel.valueOf(level.get()), row.getBoolean("hard"), headline, SqlTypes.instant(row, "made_at")));
    }

    private static Optional<CaseProgress> progress(ResultSet row) throws SQLException {
        return SqlTypes.optionalText(row, "case_body").map(body -> progress(Json.read(body, CriticalCase.class)));
    }

    private static CaseProgress progress(CriticalCase known) {
        Handling handling = known.handling();
        Optional<Signed> last =
                known.closed().or(handling::disposed).or(handling::acknowledged).or(handling::accepted);
        return new CaseProgress(
                known.id(),
                step(known),
                last.map(Signed::by),
                known.clock().pagedAt(),
                handling.heldUntil(),
                known.dispatch().accepted().isPresent());
    }

    private static CaseProgress.Step step(CriticalCase known) {
        if (!known.open()) {
            return CaseProgress.Step.CLOSED;
        }
        Handling handling = known.handling();
        if (handling.acknowledged().isPresent()) {
            return handling.disposed().isPresent() ? CaseProgress.Step.DISPOSED : CaseProgress.Step.ACKNOWLEDGED;
        }
        return handling.accepted().isPresent() ? CaseProgress.Step.ACCEPTED : CaseProgress.Step.PAGED;
    }
}
