package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dispatches, and which call-backs were taken. */
public interface DispatchRepository {

    void add(Dispatch dispatch);

    void save(Dispatch dispatch);

    Optional<Dispatch> find(UUID id);

    /** By number. */
    List<Dispatch> ofCase(UUID caseId);

    /** False when a call-back of this id was taken before. */
    boolean firstTime(String webhookId, Instant now);
}
