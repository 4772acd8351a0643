package org.ecgnet.hub.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.identity.factor.SecondFactor;
import org.ecgnet.hub.identity.factor.SecondFactorRepository;
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
    private final Failures failures;
    private final SessionPolicy policy;
    private final SecondFactors factors;
    private final SecondFactorDesk desk;
    private final CodeTaking codes;
    private final SecureRandom random;
    private final String decoy;

    public SignIn(
            Database database,
            PasswordHasher hasher,
            LoginThrottle throttle,
            SessionPolicy policy,
            SecondFactors factors,
            SecureRandom random) {
        this.database = database;
        this.hasher = hasher;
        this.failures = new Failures(throttle);
        this.policy = policy;
        this.factors = factors;
        this.desk = new SecondFactorDesk(database, hasher, throttle, factors, random);
        this.codes = new CodeTaking(factors.key());
        this.random = random;
        this.decoy = hasher.hash(SessionToken.random(random).value().toCharArray());
    }

    /** Where second factors are switched on and off. */
    public SecondFactorDesk secondFactor() {
        return desk;
    }

    /**
     * @param code of the second factor; empty when none was given
     * @param address where the request comes from
     */
    public SignInResult signIn(String name, char[] password, String code, String address, Instant now) {
        Optional<Duration> wait = database.inTransaction(transaction -> failures.wait(transaction, name, address, now));
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
                ? secondStep(transaction, let.get(), code, address, now)
                : refuse(transaction, name, known.isPresent(), address, now));
    }

    private SignInResult secondStep(
            Transaction transaction, Account account, String code, String address, Instant now) {
        Optional<SecondFactor> factor = transaction
                .repository(SecondFactorRepository.class)
                .find(account.name())
                .filter(SecondFactor::on);
        if (factor.isEmpty()) {
            return begin(transaction, account, address, now);
        }
        if (code.isBlank()) {
            append(transaction, now, account.name(), AuditAction.SIGN_IN_CODE_ASKED, "from " + address);
            return new SignInResult.CodeNeeded();
        }
        if (codes.take(transaction, factor.get(), code, now) instanceof SecondFactorAnswer.Refused refused) {
            if (refused.why().guess()) {
                failures.add(transaction, account.name(), address, now);
            }
            append(transaction, now, account.name(), AuditAction.SIGN_IN_REFUSED, refused.why() + " from " + address);
            return new SignInResult.CodeRefused(refused);
        }
        return begin(transaction, account, address, now);
    }

    private SignInResult begin(Transaction transaction, Account account, String address, Instant now) {
        SessionToken token = SessionToken.random(random);
        var sessions = transaction.repository(SessionRepository.class);
        sessions.removeStale(now.minus(policy.idle()), now.minus(policy.longest()));
        sessions.add(new Session(token.hash(), account.name(), now, now));
        failures.forget(transaction, account.name());
        append(transaction, now, account.name(), AuditAction.SIGNED_IN, "from " + address);
        return new SignInResult.SignedIn(new Entrant(account, mustEnrol(transaction, account)), token);
    }

    private SignInResult refuse(Transaction transaction, String name, boolean known, String address, Instant now) {
        failures.add(transaction, name, address, now);
        // People type passwords into the name field: a name that is no account is not written down for ever.
        append(transaction, now, known ? name : NOBODY, AuditAction.SIGN_IN_REFUSED, "from " + address);
        return new SignInResult.Refused();
    }

    /**
     * Whose session it is; empty when it has ended or never was.
     *
     * @param byHand false for what the page asks on its own: it does not keep an abandoned session alive
     */
    public Optional<Entrant> whose(SessionToken token, boolean byHand, Instant now) {
        return database.inTransaction(transaction -> {
            var sessions = transaction.repository(SessionRepository.class);
            Optional<Session> alive = sessions.find(token.hash()).filter(session -> policy.alive(session, now));
            alive.filter(session -> byHand && policy.worthNoting(session, now))
                    .ifPresent(session -> sessions.used(session.tokenHash(), now));
            return alive.flatMap(session ->
                            transaction.repository(AccountRepository.class).find(session.account()))
                    .filter(account -> !account.disabled())
                    .map(account -> new Entrant(account, mustEnrol(transaction, account)));
        });
    }

    private boolean mustEnrol(Transaction transaction, Account account) {
        return factors.policy().demands(account)
                && transaction
                        .repository(SecondFactorRepository.class)
                        .find(account.name())
                        .filter(SecondFactor::on)
                        .isEmpty();
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
