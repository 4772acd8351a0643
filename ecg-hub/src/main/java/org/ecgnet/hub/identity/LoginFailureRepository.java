package org.ecgnet.hub.identity;

import java.time.Instant;
import java.util.List;

/** Logins that failed; a hub started anew remembers them. */
public interface LoginFailureRepository {

    void add(String account, String address, Instant at);

    /** Of one account, ascending. */
    List<Instant> ofAccount(String account, Instant since);

    /** Of one network address, ascending. */
    List<Instant> ofAddress(String address, Instant since);

    /** Forgets an account's failures, after it logged in. */
    void forget(String account);

    void removeBefore(Instant time);
}
