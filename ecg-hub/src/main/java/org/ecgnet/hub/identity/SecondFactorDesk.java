package org.ecgnet.hub.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.identity.SecondFactorAnswer.Refused;
import org.ecgnet.hub.identity.SecondFactorAnswer.Why;
import org.ecgnet.hub.identity.factor.RecoveryCodes;
import org.ecgnet.hub.identity.factor.SecondFactor;
import org.ecgnet.hub.identity.factor.SecondFactorRepository;
import org.ecgnet.hub.identity.factor.TotpSecret;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/**
 * Switching a second factor on and off, each with its line in the audit, which never holds a code or a secret. Wrong
 * passwords and codes count like those of a login. Blocks on the database and on the password's hash; safe for use by
 * many threads.
 */
public final class SecondFactorDesk {

    private static final String ISSUER = "ECG";

    private final Database database;
    private final PasswordHasher hasher;
    private final Failures failures;
    private final SecondFactors factors;
    private final CodeTaking codes;
    private final SecureRandom random;

    SecondFactorDesk(
            Database database,
            PasswordHasher hasher,
            LoginThrottle throttle,
            SecondFactors factors,
            SecureRandom random) {
        this.database = database;
        this.hasher = hasher;
        this.failures = new Failures(throttle);
        this.factors = factors;
        this.codes = new CodeTaking(factors.key());
        this.random = random;
    }

    /**
     * How an account stands.
     *
     * @param since when it was switched on; empty when it is not
     * @param demanded the county wants it of one of the account's roles
     */
    public record State(Optional<Instant> since, int recoveryCodesLeft, boolean demanded) {}

    public State state(Account account) {
        return database.inTransaction(transaction -> new State(
                on(transaction, account).flatMap(SecondFactor::confirmedAt),
                transaction.repository(SecondFactorRepository.class).recoveryCodesLeft(account.name()),
                factors.policy().demands(account)));
    }

    /** Makes a secret. The password is asked for: whoever finds a console open must not bind a telephone of his. */
    public SecondFactorAnswer begin(Account account, char[] password, String address, Instant now) {
        Optional<SecondFactorAnswer> problem = password(account, password, address, now);
        if (problem.isPresent()) {
            return problem.get();
        }
        TotpSecret secret = TotpSecret.random(random);
        byte[] sealed = factors.key().seal(account.name(), secret);
        return database.inTransaction(transaction -> {
            var factor = new SecondFactor(account.name(), sealed, now, Optional.empty(), 0);
            if (!transaction.repository(SecondFactorRepository.class).begin(factor)) {
                return Refused.because(Why.ALREADY_ON);
            }
            audit(transaction, now, account.name(), AuditAction.SECOND_FACTOR_BEGUN, account.name());
            return new SecondFactorAnswer.Begun(secret.base32(), uri(account, secret));
        });
    }

    /** Switches it on with a first code of the telephone. */
    public SecondFactorAnswer confirm(Account account, String code, String address, Instant now) {
        return throttled(account, address, now, transaction -> {
            var repository = transaction.repository(SecondFactorRepository.class);
            Optional<SecondFactor> begun = repository.find(account.name());
            if (begun.isEmpty() || begun.get().on()) {
                return Refused.because(begun.isEmpty() ? Why.NOT_BEGUN : Why.ALREADY_ON);
            }
            SecondFactorAnswer taken = codes.take(transaction, begun.get(), code, now);
            if (taken instanceof Refused) {
                return taken;
            }
            repository.confirm(account.name(), now);
            audit(transaction, now, account.name(), AuditAction.SECOND_FACTOR_ON, account.name());
            return new SecondFactorAnswer.On(freshRecoveryCodes(repository, account));
        });
    }

    /** New recovery codes in place of the old, with the password and a code. */
    public SecondFactorAnswer renew(Account account, char[] password, String code, String address, Instant now) {
        return withCode(account, password, code, address, now, transaction -> {
            audit(transaction, now, account.name(), AuditAction.RECOVERY_CODES_RENEWED, account.name());
            return new SecondFactorAnswer.On(
                    freshRecoveryCodes(transaction.repository(SecondFactorRepository.class), account));
        });
    }

    private List<String> freshRecoveryCodes(SecondFactorRepository repository, Account account) {
        List<String> fresh = RecoveryCodes.random(random);
        repository.keepRecoveryCodes(
                account.name(),
                fresh.stream()
                        .map(one -> factors.key().hash(account.name(), one))
                        .toList());
        return fresh;
    }

    /** Switches it off, with the password and a code. */
    public SecondFactorAnswer off(Account account, char[] password, String code, String address, Instant now) {
        if (factors.policy().demands(account)) {
            return Refused.because(Why.REQUIRED);
        }
        return withCode(account, password, code, address, now, transaction -> {
            transaction.repository(SecondFactorRepository.class).remove(account.name());
            audit(transaction, now, account.name(), AuditAction.SECOND_FACTOR_OFF, account.name());
            return new SecondFactorAnswer.Off();
        });
    }

    /** Does it once the password is right and a code was taken. */
    private SecondFactorAnswer withCode(
            Account account, char[] password, String code, String address, Instant now, Attempt step) {
        Optional<SecondFactorAnswer> problem = password(account, password, address, now);
        if (problem.isPresent()) {
            return problem.get();
        }
        return throttled(account, address, now, transaction -> {
            Optional<SecondFactor> factor = on(transaction, account);
            if (factor.isEmpty()) {
                return Refused.because(Why.NOT_ON);
            }
            SecondFactorAnswer taken = codes.take(transaction, factor.get(), code, now);
            if (taken instanceof Refused) {
                return taken;
            }
            return step.in(transaction);
        });
    }

    /**
     * Takes an account's second factor away and ends its sessions: the telephone and the paper are lost.
     *
     * @return false when the account has none
     */
    public static boolean reset(Database database, String account, String actor, Instant now) {
        return database.inTransaction(transaction -> {
            boolean removed =
                    transaction.repository(SecondFactorRepository.class).remove(account);
            if (removed) {
                transaction.repository(SessionRepository.class).removeAll(account);
                audit(transaction, now, actor, AuditAction.SECOND_FACTOR_RESET, account);
            }
            return removed;
        });
    }

    /** What is wrong with the password, if anything is. */
    private Optional<SecondFactorAnswer> password(Account account, char[] password, String address, Instant now) {
        SecondFactorAnswer answer = throttled(
                account,
                address,
                now,
                transaction -> hasher.matches(password, account.passwordHash())
                        ? new SecondFactorAnswer.CodeTaken()
                        : Refused.because(Why.PASSWORD_WRONG));
        return answer instanceof SecondFactorAnswer.CodeTaken ? Optional.empty() : Optional.of(answer);
    }

    private SecondFactorAnswer throttled(Account account, String address, Instant now, Attempt attempt) {
        return database.inTransaction(transaction -> {
            Optional<Duration> wait = failures.wait(transaction, account.name(), address, now);
            if (wait.isPresent()) {
                return new SecondFactorAnswer.TooMany(wait.get());
            }
            SecondFactorAnswer answer = attempt.in(transaction);
            if (answer instanceof Refused refused) {
                if (refused.why().guess()) {
                    failures.add(transaction, account.name(), address, now);
                }
                String why = refused.why().name();
                audit(transaction, now, account.name(), AuditAction.SECOND_FACTOR_REFUSED, why);
            }
            return answer;
        });
    }

    private static Optional<SecondFactor> on(Transaction transaction, Account account) {
        return transaction
                .repository(SecondFactorRepository.class)
                .find(account.name())
                .filter(SecondFactor::on);
    }

    /** As authenticators read it. */
    private static String uri(Account account, TotpSecret secret) {
        String label = URLEncoder.encode(account.name(), StandardCharsets.UTF_8);
        return "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + secret.base32() + "&issuer=" + ISSUER;
    }

    private static void audit(Transaction transaction, Instant now, String actor, AuditAction action, String detail) {
        transaction.repository(AuditRepository.class).append(AuditEvent.of(now, actor, action, detail));
    }

    /** Something that may be refused. */
    private interface Attempt {
        SecondFactorAnswer in(Transaction transaction);
    }
}
