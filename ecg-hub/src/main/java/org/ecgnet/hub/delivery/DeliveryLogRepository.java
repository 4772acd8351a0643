package org.ecgnet.hub.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log of deliveries, and sending again. */
public interface DeliveryLogRepository {

    /** Latest planned first. */
    List<LoggedDelivery> find(DeliveryFilter filter, int most);

    Optional<LoggedDelivery> find(UUID id);

    /** What was sent, as it is stored: JSON. */
    Optional<String> content(UUID id);

    /**
     * Waits again, due now, for nothing that could make it needless, with its patience counted from now. Not one that
     * waits already.
     *
     * @return the case, or nothing when it was not sent again
     */
    Optional<Replayed> replay(UUID id, String by, Instant now);

    /** What was sent again, and the case it is about. */
    record Replayed(UUID delivery, Optional<UUID> caseId) {}
}
