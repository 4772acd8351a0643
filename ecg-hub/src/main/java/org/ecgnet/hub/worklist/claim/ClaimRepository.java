package org.ecgnet.hub.worklist.claim;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;

/** The claims on exams. */
public interface ClaimRepository {

    Optional<Claim> find(ExamId examId);

    /**
     * Stores the claim unless another account's is live, in one step.
     *
     * @return false when another's is live
     */
    boolean claim(Claim claim, Instant now);

    /** Stores the claim whoever holds the exam. */
    void takeOver(Claim claim);

    /** Ends the account's claim, if it has one. */
    void release(ExamId examId, String account);
}
