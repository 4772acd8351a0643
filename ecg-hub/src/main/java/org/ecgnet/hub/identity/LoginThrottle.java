package org.ecgnet.hub.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a login must wait after failures. Pure. A wait, never a lock: nobody can keep the on-call cardiologist out
 * for good by guessing at the account.
 *
 * @param window failures older than this are forgotten
 * @param freeForAccount failures of one account before the first wait
 * @param freeForAddress failures from one network address before the first wait
 * @param first the first wait; each further failure doubles it
 * @param longest no wait is longer
 */
public record LoginThrottle(Duration window, int freeForAccount, int freeForAddress, Duration first, Duration longest) {

    public static final LoginThrottle DEFAULT =
            new LoginThrottle(Duration.ofMinutes(15), 5, 30, Duration.ofSeconds(5), Duration.ofMinutes(2));

    /** How long to wait still; empty when the login may be tried now. */
    public Optional<Duration> wait(List<Instant> ofAccount, List<Instant> ofAddress, Instant now) {
        Duration account = remaining(ofAccount, freeForAccount, now);
        Duration address = remaining(ofAddress, freeForAddress, now);
        Duration wait = account.compareTo(address) >= 0 ? account : address;
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    private Duration remaining(List<Instant> failures, int free, Instant now) {
        List<Instant> counted = failures.stream()
                .filter(at -> at.isAfter(now.minus(window)))
                .sorted()
                .toList();
        if (counted.size() < free) {
            return Duration.ZERO;
        }
        Duration wait = first;
        for (int more = free; more < counted.size() && wait.compareTo(longest) < 0; more++) {
            wait = wait.multipliedBy(2);
        }
        Instant until = counted.get(counted.size() - 1).plus(wait.compareTo(longest) < 0 ? wait : longest);
        return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }
}
