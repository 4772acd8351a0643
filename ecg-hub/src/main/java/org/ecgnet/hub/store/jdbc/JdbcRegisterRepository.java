package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.register.RegisterColumn;
import org.ecgnet.hub.register.RegisterEdit;
import org.ecgnet.hub.register.RegisterRepository;
import org.ecgnet.hub.site.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code register_edit} table. */
final class JdbcRegisterRepository implements RegisterRepository {

    private static final String ADD =
            """
            insert into register_edit (case_id, field, value, reason, account, edited_by, edited_at)
            values (:case, :field, :value, :reason, :account, :by, :at)""";
    private static final String EDITS =
            """
            select case_id, field, value, reason, account, edited_by, edited_at
            from register_edit
            where case_id = :case
            order by id""";
    private static final String CASE_OF =
            """
            select c.case_id
            from critical_case c
            join exam x on x.exam_id = c.exam_id
            where c.number = :number and %s""";

    private final Handle handle;

    JdbcRegisterRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(RegisterEdit edit) {
        handle.createUpdate(ADD)
                .bind("case", edit.caseId())
                .bind("field", edit.column().name())
                .bind("value", edit.value())
                .bind("reason", edit.reason())
                .bind("account", edit.account())
                .bind("by", edit.by())
                .bind("at", edit.at())
                .execute();
    }

    @Override
    public List<RegisterEdit> edits(UUID caseId) {
        return handle.createQuery(EDITS)
                .bind("case", caseId)
                .map(JdbcRegisterRepository::edit)
                .list();
    }

    @Override
    public Optional<UUID> caseOf(Scope scope, long number) {
        var sql = new ScopeSql(scope);
        return sql.bind(handle.createQuery(CASE_OF.formatted(sql.on("x.site"))))
                .bind("number", number)
                .mapTo(UUID.class)
                .findOne();
    }

    private static RegisterEdit edit(ResultSet row, StatementContext context) throws SQLException {
        return new RegisterEdit(
                row.getObject("case_id", UUID.class),
                RegisterColumn.valueOf(row.getString("field")),
                row.getString("value"),
                row.getString("reason"),
                row.getString("account"),
                row.getString("edited_by"),
                SqlTypes.instant(row, "edited_at"));
    }
}
