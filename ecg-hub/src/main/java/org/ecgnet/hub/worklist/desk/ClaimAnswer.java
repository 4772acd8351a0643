package org.ecgnet.hub.worklist.desk;

import org.ecgnet.hub.worklist.claim.Claim;

/** What came of a claim. */
public sealed interface ClaimAnswer {

    /** The exam is theirs until the lease ends. */
    record Yours(Claim claim) implements ClaimAnswer {}

    /** Somebody else works on it; taking it over needs their word for it. */
    record Theirs(Claim claim) implements ClaimAnswer {}

    /** There is no such exam. */
    record NoSuchExam() implements ClaimAnswer {}

    /** Nothing waits that nobody works on. */
    record NothingWaits() implements ClaimAnswer {}
}
