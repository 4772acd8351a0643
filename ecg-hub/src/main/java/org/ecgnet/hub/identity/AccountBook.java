package org.ecgnet.hub.identity;

import java.time.Instant;
import java.util.Set;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.store.Database;

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
        check(password);
        var account = new Account(name, displayName, hasher.hash(password), roles, false, now);
        return database.inTransaction(transaction -> {
            boolean added = transaction.repository(AccountRepository.class).addIfAbsent(account);
            if (added) {
                transaction
                        .repository(AuditRepository.class)
                        .append(AuditEvent.of(
                                now,
                                actor,
                                AuditAction.ACCOUNT_ADDED,
                                name + " " + roles.stream().sorted().toList()));
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

    private static void check(char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "password: " + password.length + " characters (expected: at least " + SHORTEST_PASSWORD + ")");
        }
    }
}
