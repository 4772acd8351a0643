package org.ecgnet.hub.identity;

import java.time.Duration;

/** What came of a login. */
public sealed interface SignInResult {

    /** Logged in. */
    record SignedIn(Entrant who, SessionToken token) implements SignInResult {}

    /** No such account, a closed one, or a wrong password: which of them is not told. */
    record Refused() implements SignInResult {}

    /** The password is right, and a code of the second factor is wanted beside it. */
    record CodeNeeded() implements SignInResult {}

    /** The password is right, the code is not. */
    record CodeRefused(SecondFactorAnswer.Refused why) implements SignInResult {}

    /** Too many failures: the password was not looked at. */
    record TooMany(Duration retryAfter) implements SignInResult {}
}
