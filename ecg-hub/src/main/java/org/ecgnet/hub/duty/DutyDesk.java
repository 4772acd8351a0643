package org.ecgnet.hub.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.roster.RosterRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/** Takes the consoles' answers. Blocks on the database; safe for use by many threads. */
public final class DutyDesk {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** Characters of a console's name, at most. */
    public static final int LONGEST_CONSOLE = 64;

    private final Database database;
    private final ConsoleWatch watch;

    public DutyDesk(Database database, ConsoleWatch watch) {
        this.database = database;
        this.watch = watch;
    }

    /**
     * A console says that it is there.
     *
     * @param console 1 to 64 characters, the same as long as its page is open
     * @param mayHandle the account may read back critical cases
     */
    public Hearing beat(String console, String account, String name, boolean mayHandle, boolean audible, Instant now) {
        if (console.isBlank() || console.length() > LONGEST_CONSOLE) {
            throw new IllegalArgumentException("console: (expected: 1 to 64 characters)");
        }
        return database.inTransaction(transaction -> {
            var heartbeats = transaction.repository(HeartbeatRepository.class);
            boolean reader = mayHandle || onDutyAsReader(transaction, account, now);
            heartbeats.beat(new Heartbeat(console, account, name, reader, audible, now));
            heartbeats.forget(now.minus(REMEMBERED));
            return watch.judge(heartbeats.since(now.minus(watch.silentAfter())), now);
        });
    }

    /** The shift at this console is over. */
    public void end(String console, String account) {
        database.transact(
                transaction -> transaction.repository(HeartbeatRepository.class).end(console, account));
    }

    public Hearing hearing(Instant now) {
        return watch.judge(consoles(now), now);
    }

    /** Consoles that are there now. */
    public List<Heartbeat> consoles(Instant now) {
        return database.inTransaction(
                transaction -> transaction.repository(HeartbeatRepository.class).since(now.minus(watch.silentAfter())));
    }

    private static boolean onDutyAsReader(Transaction transaction, String account, Instant now) {
        return transaction
                .repository(RosterRepository.class)
                .between(now, now.plusMillis(1))
                .on(Recipient.READER, now)
                .stream()
                .anyMatch(person -> person.account().equals(Optional.of(account)));
    }
}
