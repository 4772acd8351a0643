package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Trials of channels, how channels have done, and receipts of what they sent. */
public interface ChannelRepository {

    void add(Trial trial);

    ChannelRecord record(String channel);

    Optional<Sent> sent(UUID deliveryId);

    /** Keeps what the gateway said afterwards; a failure never takes the place of an answer. */
    void receipt(UUID deliveryId, Receipt receipt, Instant now);

    /** True when a receipt of this id was taken before. */
    boolean taken(String webhookId);

    /** False when it was taken before. */
    boolean take(String webhookId, Instant now);

    /** What a gateway says of a message it took. */
    enum Receipt {
        /** It is on the telephone, or the call was picked up. */
        ARRIVED,
        /** A person pressed the key. */
        ANSWERED,
        /** It is not: refused, busy, nobody picked up. */
        FAILED
    }

    /** A message that was sent. */
    record Sent(UUID caseId, int round, String step, String channel, String contact) {}
}
