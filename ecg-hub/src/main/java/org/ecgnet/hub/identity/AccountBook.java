package org.ecgnet.hub.identity;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.ScopeRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/** Making accounts, each with its line in the audit. Blocks on the database and on the password's hash. */
public final class AccountBook {

    /** Length counts, composition does not (NIST SP 800-63B, section 5.1.1). */
    public static final int SHORTEST_PASSWORD = 10;

    private final Database database;
    private final PasswordHasher hasher;

    public AccountBook(Database database, PasswordHasher hasher) {
        this.database = database;
        this.hasher = hasher;
    }

    /**
     * @param actor who makes it
     * @return false when the name is taken
     * @throws IllegalArgumentException for a name, password or role that cannot be
     */
    public boolean add(String name, String displayName, char[] password, Set<Role> roles, String actor, Instant now) {
        return add(name, displayName, password, roles, Set.of(), actor, now);
    }

    /**
     * The same, for site staff too.
     *
     * @param sites of site staff
     * @throws IllegalArgumentException also for a site that the hub has never heard of: one letter wrong and somebody
     *     would see nothing, or later another's patients
     */
    public boolean add(
            String name,
            String displayName,
            char[] password,
            Set<Role> roles,
            Set<SiteCode> sites,
            String actor,
            Instant now) {
        check(password);
        var account = new Account(name, displayName, hasher.hash(password), roles, sites, false, now);
        return database.inTransaction(transaction -> {
            check(transaction, sites);
            boolean added = transaction.repository(AccountRepository.class).addIfAbsent(account);
            if (added) {
                transaction
                        .repository(AuditRepository.class)
                        .append(AuditEvent.of(
                                now,
                                actor,
                                AuditAction.ACCOUNT_ADDED,
                                name + " " + roles.stream().sorted().toList()
                                        + (sites.isEmpty() ? "" : " of " + account.scope())));
            }
            return added;
        });
    }

    /**
     * Gives the account another password and ends its sessions.
     *
     * @return false when there is no such account
     * @throws IllegalArgumentException for a password that cannot be
     */
    public boolean changePassword(String name, char[] password, String actor, Instant now) {
        check(password);
        String hash = hasher.hash(password);
        return database.inTransaction(transaction -> {
            boolean changed = transaction.repository(AccountRepository.class).changePassword(name, hash);
            if (changed) {
                transaction.repository(SessionRepository.class).removeAll(name);
                transaction
                        .repository(AuditRepository.class)
                        .append(AuditEvent.of(now, actor, AuditAction.PASSWORD_CHANGED, name));
            }
            return changed;
        });
    }

    /** @throws IllegalArgumentException for a site that the hub has never heard of */
    static void check(Transaction transaction, Set<SiteCode> sites) {
        Set<SiteCode> unknown = new HashSet<>(sites);
        unknown.removeAll(transaction.repository(ScopeRepository.class).known(sites));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("site: " + new Scope.Clinics(unknown)
                    + " unknown (expected: a site that has reported to this hub; 'ecg-hub account sites' lists them)");
        }
    }

    private static void check(char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "password: " + password.length + " characters (expected: at least " + SHORTEST_PASSWORD + ")");
        }
    }
}
