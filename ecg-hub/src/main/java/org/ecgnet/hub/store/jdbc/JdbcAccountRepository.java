package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.AccountRepository;
import org.ecgnet.hub.identity.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code account} table. */
final class JdbcAccountRepository implements AccountRepository {

    private static final String ADD_IF_ABSENT =
            """
            insert into account (name, display_name, password_hash, roles, sites, disabled, created_at)
            values (:name, :displayName, :hash, :roles, :sites, :disabled, :createdAt)
            on conflict (name) do nothing""";
    private static final String CHANGE_PASSWORD =
            """
            update account
            set password_hash = :hash
            where name = :name""";
    private static final String CHANGE_SITES =
            """
            update account
            set sites = :after
            where name = :name and sites = :before""";
    private static final String FIND =
            """
            select name, display_name, password_hash, roles, sites, disabled, created_at
            from account
            where name = :name""";
    private static final String ALL =
            """
            select name, display_name, password_hash, roles, sites, disabled, created_at
            from account
            order by name""";

    private final Handle handle;

    JdbcAccountRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean addIfAbsent(Account account) {
        return handle.createUpdate(ADD_IF_ABSENT)
                        .bind("name", account.name())
                        .bind("displayName", account.displayName())
                        .bind("hash", account.passwordHash())
                        .bindArray(
                                "roles",
                                String.class,
                                account.roles().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .toList())
                        .bindArray("sites", String.class, codes(account.sites()))
                        .bind("disabled", account.disabled())
                        .bind("createdAt", account.createdAt())
                        .execute()
                == 1;
    }

    @Override
    public boolean changePassword(String name, String passwordHash) {
        return handle.createUpdate(CHANGE_PASSWORD)
                        .bind("name", name)
                        .bind("hash", passwordHash)
                        .execute()
                == 1;
    }

    @Override
    public boolean changeSites(String name, Set<SiteCode> before, Set<SiteCode> after) {
        return handle.createUpdate(CHANGE_SITES)
                        .bind("name", name)
                        .bindArray("before", String.class, codes(before))
                        .bindArray("after", String.class, codes(after))
                        .execute()
                == 1;
    }

    /** In the order in which they are kept. */
    private static List<String> codes(Set<SiteCode> sites) {
        return sites.stream().map(SiteCode::value).sorted().toList();
    }

    @Override
    public Optional<Account> find(String name) {
        return handle.createQuery(FIND)
                .bind("name", name)
                .map(JdbcAccountRepository::account)
                .findOne();
    }

    @Override
    public List<Account> all() {
        return handle.createQuery(ALL).map(JdbcAccountRepository::account).list();
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                row.getString("password_hash"),
                SqlTypes.<String>list(row, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                SqlTypes.<String>list(row, "sites").stream().map(SiteCode::new).collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("disabled"),
                SqlTypes.instant(row, "created_at"));
    }
}
