package org.ecgnet.hub.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/**
 * Logging in and out, and who a request belongs to. Blocks on the database and, at a login, on the password's hash.
 * Safe for use by many threads.
 */
public final class SignIn {

    private static final String NOBODY = "(unknown)";

    private final Database database;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final SessionPolicy policy;
    private final SecureRandom random;
    private final String decoy;

    public SignIn(
            Database database,
            PasswordHasher hasher,
            LoginThrottle throttle,
            SessionPolicy policy,
            SecureRandom random) {
        this.database = database;
        this.hasher = hasher;
        this.throttle = throttle;
        this.policy = policy;
        this.random = random;
        this.decoy = hasher.hash(SessionToken.random(random).value().toCharArray());
    }

    /** @param address where the request comes from */
    public SignInResult signIn(String name, char[] password, String address, Instant now) {
        Optional<Duration> wait = database.inTransaction(transaction -> {
            var failures = transaction.repository(LoginFailureRepository.class);
            Instant since = now.minus(throttle.window());
            return throttle.wait(failures.ofAccount(name, since), failures.ofAddress(address, since), now);
        });
        if (wait.isPresent()) {
            return new SignInResult.TooMany(wait.get());
        }
        Optional<Account> known = database.inTransaction(
                transaction -> transaction.repository(AccountRepository.class).find(name));
        // An unknown account costs the same time as a known one, so that time does not tell which names exist.
        boolean right =
                hasher.matches(password, known.map(Account::passwordHash).orElse(decoy));
        Optional<Account> let = known.filter(account -> right && !account.disabled());
        return database.inTransaction(transaction -> let.isPresent()
                ? begin(transaction, let.get(), address, now)
                : refuse(transaction, name, known.isPresent(), address, now));
    }

    private SignInResult begin(Transaction transaction, Account account, String address, Instant now) {
        SessionToken token = SessionToken.random(random);
        var sessions = transaction.repository(SessionRepository.class);
        sessions.removeStale(now.minus(policy.idle()), now.minus(policy.longest()));
        sessions.add(new Session(token.hash(), account.name(), now, now));
        transaction.repository(LoginFailureRepository.class).forget(account.name());
        append(transaction, now, account.name(), AuditAction.SIGNED_IN, "from " + address);
        return new SignInResult.SignedIn(account, token);
    }

    private SignInResult refuse(Transaction transaction, String name, boolean known, String address, Instant now) {
        var failures = transaction.repository(LoginFailureRepository.class);
        failures.removeBefore(now.minus(throttle.window()));
        failures.add(name, address, now);
        // People type passwords into the name field: a name that is no account is not written down for ever.
        append(transaction, now, known ? name : NOBODY, AuditAction.SIGN_IN_REFUSED, "from " + address);
        return new SignInResult.Refused();
    }

    /**
     * Whose session it is; empty when it has ended or never was.
     *
     * @param byHand false for what the page asks on its own: it does not keep an abandoned session alive
     */
    public Optional<Account> whose(SessionToken token, boolean byHand, Instant now) {
        return database.inTransaction(transaction -> {
            var sessions = transaction.repository(SessionRepository.class);
            Optional<Session> alive = sessions.find(token.hash()).filter(session -> policy.alive(session, now));
            alive.filter(session -> byHand && policy.worthNoting(session, now))
                    .ifPresent(session -> sessions.used(session.tokenHash(), now));
            return alive.flatMap(session ->
                            transaction.repository(AccountRepository.class).find(session.account()))
                    .filter(account -> !account.disabled());
        });
    }

    public void signOut(SessionToken token, Instant now) {
        database.transact(transaction -> {
            var sessions = transaction.repository(SessionRepository.class);
            sessions.find(token.hash()).ifPresent(session -> {
                sessions.remove(session.tokenHash());
                append(transaction, now, session.account(), AuditAction.SIGNED_OUT, "");
            });
        });
    }

    private static void append(Transaction transaction, Instant now, String actor, AuditAction action, String detail) {
        transaction.repository(AuditRepository.class).append(AuditEvent.of(now, actor, action, detail));
    }
}
