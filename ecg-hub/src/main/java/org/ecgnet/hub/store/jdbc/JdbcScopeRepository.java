package org.ecgnet.hub.store.jdbc;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.ScopeRepository;
import org.jdbi.v3.core.Handle;

/** Asks {@code exam}, {@code critical_case} and {@code site}. */
final class JdbcScopeRepository implements ScopeRepository {

    private static final String EXAM =
            """
            select exists (select 1 from exam x where x.exam_id = :exam and %s)""";
    private static final String CASE =
            """
            select exists (
                select 1
                from critical_case c
                join exam x on x.exam_id = c.exam_id
                where c.case_id = :case and %s)""";
    private static final String SITE_OF = "select site from exam where exam_id = :exam";
    private static final String SITE_OF_CASE =
            """
            select x.site
            from critical_case c
            join exam x on x.exam_id = c.exam_id
            where c.case_id = :case""";
    private static final String STAFF_OF = "select name from account where :site = any(sites) and not disabled";
    private static final String KNOWN = "select code from site where code = any(:codes)";

    private final Handle handle;

    JdbcScopeRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean contains(Scope scope, ExamId examId) {
        var sql = new ScopeSql(scope);
        return sql.bind(handle.createQuery(EXAM.formatted(sql.on("x.site"))))
                .bind("exam", examId.uuid())
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public boolean containsCase(Scope scope, UUID caseId) {
        var sql = new ScopeSql(scope);
        return sql.bind(handle.createQuery(CASE.formatted(sql.on("x.site"))))
                .bind("case", caseId)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public Optional<SiteCode> siteOf(ExamId examId) {
        return handle.createQuery(SITE_OF)
                .bind("exam", examId.uuid())
                .mapTo(String.class)
                .findOne()
                .map(SiteCode::new);
    }

    @Override
    public Optional<SiteCode> siteOfCase(UUID caseId) {
        return handle.createQuery(SITE_OF_CASE)
                .bind("case", caseId)
                .mapTo(String.class)
                .findOne()
                .map(SiteCode::new);
    }

    @Override
    public Set<String> staffOf(SiteCode site) {
        return handle.createQuery(STAFF_OF)
                .bind("site", site.value())
                .mapTo(String.class)
                .collectIntoSet();
    }

    @Override
    public Set<SiteCode> known(Set<SiteCode> sites) {
        return handle
                .createQuery(KNOWN)
                .bindArray(
                        "codes",
                        String.class,
                        sites.stream().map(SiteCode::value).toList())
                .mapTo(String.class)
                .stream()
                .map(SiteCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
