package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dispatches, what happened to them, and which call-backs were taken. */
public interface DispatchRepository {

    void add(Dispatch dispatch);

    /** Writes the state down, and a step into it. */
    void save(Dispatch dispatch, String note);

    /** The same without a note. */
    default void save(Dispatch dispatch) {
        save(dispatch, "");
    }

    Optional<Dispatch> find(UUID id);

    /** By number. */
    List<Dispatch> ofCase(UUID caseId);

    /** Under way, and those that ended at or after {@code since}; oldest request first. */
    List<Dispatch> underWayOrSince(Instant since, int most);

    /** Oldest first; the first is the request. */
    List<DispatchStep> steps(UUID dispatchId);

    /** False when a call-back of this id was taken before. */
    boolean firstTime(String webhookId, Instant now);
}
