package org.ecgnet.hub.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.store.Transaction;

/**
 * What went wrong with passwords and codes lately; both count together.
 *
 * @param throttle how long that makes one wait
 */
record Failures(LoginThrottle throttle) {

    /** Empty when it may be tried now. */
    Optional<Duration> wait(Transaction transaction, String account, String address, Instant now) {
        var failures = transaction.repository(LoginFailureRepository.class);
        Instant since = now.minus(throttle.window());
        return throttle.wait(failures.ofAccount(account, since), failures.ofAddress(address, since), now);
    }

    void add(Transaction transaction, String account, String address, Instant now) {
        var failures = transaction.repository(LoginFailureRepository.class);
        failures.removeBefore(now.minus(throttle.window()));
        failures.add(account, address, now);
    }

    void forget(Transaction transaction, String account) {
        transaction.repository(LoginFailureRepository.class).forget(account);
    }
}
