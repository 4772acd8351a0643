package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Goal;

/** Deliveries, their attempts, and channels that were told to stop. */
public interface DeliveryRepository {

    /** Due at once. */
    void plan(Delivery delivery);

    /**
     * Takes up to {@code most} due deliveries of the channel for this hub until {@code leaseUntil}; another hub, or this
     * one after a crash, may take them once that is over.
     */
    List<Delivery> claim(String hub, String channel, Instant now, Instant leaseUntil, int most);

    /** Gives back at once what this hub held when it died. */
    void release(String hub);

    /**
     * Writes down an attempt and where the delivery stands after it.
     *
     * @param nextDue the next attempt of one that is still waiting
     * @return false when the claim was lost to another: the attempt is kept, the state is the other's
     */
    boolean record(Delivery claimed, Attempt attempt, Delivery.State state, Instant nextDue);

    /** Ends what is waiting for a goal that was reached. */
    void endNeedless(UUID caseId, Set<Goal> reached);

    /** When something of these channels is due or its lease ends; may be in the past. */
    Optional<Instant> nextDue(Set<String> channels);

    /** Ends what waits for a channel that is not in the settings any more. */
    int endUnknown(Set<String> channels);

    /** Delivered pages of the case's round. */
    int delivered(UUID caseId, int round);

    /** How the pages of the case's round fare; not those that are needless. */
    List<Standing> standings(UUID caseId, int round);

    /** Oldest first. */
    List<Delivery> ofCase(UUID caseId);

    Delivery.State state(UUID deliveryId);

    /** By number. */
    List<Attempt> attempts(UUID deliveryId);

    /** Sends nothing by the channel until a person enables it. */
    void disable(String channel, String reason, Instant now);

    void enable(String channel);

    Set<String> disabled();
}
