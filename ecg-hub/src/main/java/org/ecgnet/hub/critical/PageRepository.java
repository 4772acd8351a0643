package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.paging.Step;
import org.ecgnet.hub.paging.StepTaken;

/** Pages, the steps taken for them, and when each case must be looked at next. */
public interface PageRepository {

    /** A round's page; the case is looked at at once. */
    void open(UUID caseId, int round, Instant now);

    /** Looks at the case at this time; empty for not before something happens. */
    void wakeAt(UUID caseId, Optional<Instant> at);

    /** Cases to look at, longest due first. */
    List<UUID> dueBy(Instant now);

    /** When the next case is to be looked at; may be in the past. */
    Optional<Instant> nextWake();

    /** False when the step was taken before. */
    boolean take(UUID caseId, Step step, Instant now);

    List<StepTaken> taken(UUID caseId);
}
