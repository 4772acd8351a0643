package org.ecgnet.hub.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A shift that comes again at the same time of day. Every turn is a shift of its own, so that each can be swapped alone.
 *
 * @param everyDays from one turn to the next
 * @param times turns in all, the first included
 */
public record Recurrence(int everyDays, int times) {

    /** The shift itself and no other. */
    public static final Recurrence ONCE = new Recurrence(1, 1);

    private static final int LONGEST_DAYS = 366;
    private static final int MOST = 370;

    public Recurrence {
        if (everyDays < 1 || everyDays > LONGEST_DAYS || times < 1 || times > MOST) {
            throw new IllegalArgumentException("recurrence: every " + everyDays + " days, " + times
                    + " times (expected: 1 to 366 days, 1 to 370 times)");
        }
    }

    /** @param zone in which the time of day stays the same */
    public List<Shift> of(Shift first, ZoneId zone, Supplier<UUID> ids) {
        return IntStream.range(0, times)
                .mapToObj(turn -> turn == 0
                        ? first
                        : new Shift(
                                ids.get(),
                                first.tier(),
                                first.person(),
                                later(first.from(), turn, zone),
                                later(first.to(), turn, zone)))
                .toList();
    }

    private Instant later(Instant at, int turn, ZoneId zone) {
        return at.atZone(zone).plusDays((long) everyDays * turn).toInstant();
    }
}
