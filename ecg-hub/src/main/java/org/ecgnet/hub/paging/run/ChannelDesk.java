package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;

/** What people do with channels: see how they do, try them, switch them on again. Safe for use by many threads. */
public final class ChannelDesk {

    private final Database database;
    private final PagingParts parts;

    public ChannelDesk(Database database, PagingParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /** All channels of the settings, by name. */
    public List<ChannelRecord> channels() {
        return database.inTransaction(transaction -> {
            var repository = transaction.repository(ChannelRepository.class);
            return new TreeSet<>(parts.channels().keySet())
                    .stream().map(repository::record).toList();
        });
    }

    /**
     * Sends a message that says it is a trial and an exercise; waits for the channel's answer.
     *
     * @return empty when there is no such channel
     * @throws DatabaseException when the trial cannot be written down
     */
    public Optional<Trial> test(String channel, String contact, String address, String by, Instant now) {
        PageChannel way = parts.channels().get(channel);
        if (way == null) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        Outcome outcome = outcome(way, message(id, contact, address, by, now), now);
        var trial = new Trial(
                id,
                channel,
                contact,
                by,
                now,
                outcome.getClass().getSimpleName(),
                outcome.status(),
                outcome.response());
        database.transact(
                transaction -> transaction.repository(ChannelRepository.class).add(trial));
        return Optional.of(trial);
    }

    /** Contacts of the settings that the channel reaches. */
    public List<Contact> contacts(String channel) {
        return parts.roster().contacts().stream()
                .filter(contact -> contact.channel().equals(channel))
                .toList();
    }

    /** A person has mended it: what waits is sent. */
    public void enable(String channel) {
        database.transact(
                transaction -> transaction.repository(DeliveryRepository.class).enable(channel));
    }

    private static Outcome outcome(PageChannel way, PageMessage message, Instant now) {
        try {
            return way.send(message, now);
        } catch (RuntimeException e) {
            return new Outcome.TryAgain(OptionalInt.empty(), "the channel broke: " + e, Optional.empty());
        }
    }

    private PageMessage message(UUID id, String contact, String address, String by, Instant now) {
        return new PageMessage(
                id.toString(),
                0,
                "test",
                Urgency.PUSH,
                Recipient.CENTRE,
                contact,
                address,
                "centre",
                "心电中心 (" + by + ")",
                PageMessage.TEST,
                List.of(new PageMessage.RuleSentence("TEST", "通道测试", "channel test")),
                parts.worklistLink(),
                true,
                now,
                now);
    }
}
