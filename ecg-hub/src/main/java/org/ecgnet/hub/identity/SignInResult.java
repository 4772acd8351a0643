package org.ecgnet.hub.identity;

import java.time.Duration;

/** What came of a login. */
public sealed interface SignInResult {

    /** Logged in. */
    record SignedIn(Account account, SessionToken token) implements SignInResult {}

    /** No such account, a closed one, or a wrong password: which of them is not told. */
    record Refused() implements SignInResult {}

    /** Too many failures: the password was not looked at. */
    record TooMany(Duration retryAfter) implements SignInResult {}
}
