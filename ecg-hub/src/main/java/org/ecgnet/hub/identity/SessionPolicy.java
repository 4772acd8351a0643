package org.ecgnet.hub.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts.
 *
 * @param idle without a request
 * @param longest in all, whatever is done
 */
public record SessionPolicy(Duration idle, Duration longest) {

    /** Uses closer together than this are not written down. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    /**
     * Four hours idle, a shift of twelve hours with its hand-over. Longer than an office would allow: a console that
     * logs itself out in a quiet night no longer sounds.
     */
    public static final SessionPolicy DEFAULT = new SessionPolicy(Duration.ofHours(4), Duration.ofHours(13));

    public boolean alive(Session session, Instant now) {
        return now.isBefore(session.usedAt().plus(idle))
                && now.isBefore(session.startedAt().plus(longest));
    }

    boolean worthNoting(Session session, Instant now) {
        return !now.isBefore(session.usedAt().plus(GRAIN));
    }
}
