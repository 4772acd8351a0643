package org.ecgnet.hub.store.jdbc;

import java.util.List;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.site.Scope;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A scope as a condition of a query: the one place where it becomes SQL.
 *
 * @param scope whose exams the query may find
 */
record ScopeSql(Scope scope) {

    private static final String SITES = "scopeSites";

    /** A condition on a column that holds a site's code. */
    String on(String column) {
        return scope instanceof Scope.Clinics ? column + " = any(:" + SITES + ")" : "true";
    }

    /** The query with what {@link #on} needs. */
    <S extends SqlStatement<S>> S bind(S statement) {
        if (scope instanceof Scope.Clinics clinics) {
            List<String> codes = clinics.sites().stream().map(SiteCode::value).toList();
            return statement.bindArray(SITES, String.class, codes);
        }
        return statement;
    }
}
