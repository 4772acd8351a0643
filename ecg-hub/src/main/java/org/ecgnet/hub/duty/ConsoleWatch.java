package org.ecgnet.hub.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells whether a red would be heard at the centre. Pure.
 *
 * @param silentAfter a console that was not heard of for so long is not there
 */
public record ConsoleWatch(Duration silentAfter) {

    /** What the consoles' last words come to at this moment. */
    public Hearing judge(List<Heartbeat> heartbeats, Instant now) {
        Optional<Instant> last = last(heartbeats, beat -> beat.audible() && beat.reader());
        Instant unheardAt = last.map(at -> at.plus(silentAfter)).orElse(Instant.EPOCH);
        return new Hearing(unheardAt, state(heartbeats, unheardAt, now));
    }

    private Hearing.State state(List<Heartbeat> heartbeats, Instant unheardAt, Instant now) {
        if (now.isBefore(unheardAt)) {
            return Hearing.State.HEARD;
        }
        Predicate<Heartbeat> there = beat -> now.isBefore(beat.heardAt().plus(silentAfter));
        if (heartbeats.stream().noneMatch(there)) {
            return Hearing.State.NO_CONSOLE;
        }
        return heartbeats.stream().filter(there).anyMatch(Heartbeat::audible)
                ? Hearing.State.NO_READER
                : Hearing.State.SOUND_OFF;
    }

    private static Optional<Instant> last(List<Heartbeat> heartbeats, Predicate<Heartbeat> which) {
        return heartbeats.stream().filter(which).map(Heartbeat::heardAt).max(Comparator.naturalOrder());
    }
}
