package org.ecgnet.hub.worklist;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.worklist.claim.Claim;
import org.ecgnet.hub.worklist.repeat.RepeatReason;

/**
 * What readers have done about an exam.
 *
 * @param claim the last one, which may have lapsed
 * @param signedAt when its report was first signed
 * @param sentBack why the clinic was asked to record again
 * @param offeredBy who offers it to the next shift
 */
public record ReaderWork(
        Optional<Claim> claim,
        Optional<Instant> signedAt,
        Optional<RepeatReason> sentBack,
        Optional<Person> offeredBy) {

    public static final ReaderWork NONE =
            new ReaderWork(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** True when no reader has anything left to do about the ECG itself. */
    public boolean done() {
        return signedAt.isPresent() || sentBack.isPresent();
    }
}
