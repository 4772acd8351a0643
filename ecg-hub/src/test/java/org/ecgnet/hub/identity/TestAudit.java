package org.ecgnet.hub.identity;

import java.util.List;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.jdbi.v3.core.Jdbi;

/** Lines of the audit as they stand in the database. */
final class TestAudit {

    private TestAudit() {}

    /** Action and detail of what an account did, oldest first. */
    static List<String> of(TestDatabase database, String actor) {
        var address = database.address();
        Jdbi jdbi = address.user().isEmpty()
                ? Jdbi.create(address.url())
                : Jdbi.create(address.url(), address.user(), address.password());
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select action || ' ' || detail from audit where actor = :actor order by number")
                .bind("actor", actor)
                .mapTo(String.class)
                .list());
    }
}
