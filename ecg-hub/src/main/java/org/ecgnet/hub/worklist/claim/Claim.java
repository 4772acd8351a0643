package org.ecgnet.hub.worklist.claim;

import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.Person;

/**
 * Somebody works on an exam.
 *
 * @param leaseUntil the claim lapses then unless its page, still open, renews it
 */
public record Claim(ExamId examId, Person by, Instant since, Instant leaseUntil) {

    /** True until the lease ends. */
    public boolean live(Instant now) {
        return now.isBefore(leaseUntil);
    }

    /** True when somebody else works on it now. */
    public boolean keepsOut(String account, Instant now) {
        return live(now) && !by.account().equals(account);
    }
}
