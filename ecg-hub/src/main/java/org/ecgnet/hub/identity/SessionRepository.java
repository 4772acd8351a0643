package org.ecgnet.hub.identity;

import java.time.Instant;
import java.util.Optional;

/** Sessions. */
public interface SessionRepository {

    void add(Session session);

    Optional<Session> find(String tokenHash);

    void used(String tokenHash, Instant now);

    void remove(String tokenHash);

    /** Ends all sessions of an account. */
    void removeAll(String account);

    /** Forgets sessions not used since, or started before. */
    void removeStale(Instant usedBefore, Instant startedBefore);
}
