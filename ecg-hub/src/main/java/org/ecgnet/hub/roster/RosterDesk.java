package org.ecgnet.hub.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ecgnet.hub.roster.RosterAnswer.Reason;
import org.ecgnet.hub.store.Database;

/**
 * What people do with the roster. A change that opens a hole is refused until whoever makes it accepts the hole by name;
 * every change is a line of the history. Blocks on the database; safe for use by many threads.
 */
public final class RosterDesk {

    /** How far ahead of a change holes are looked for. */
    static final Duration LOOK_AHEAD = Duration.ofDays(14);

    private final Database database;
    private final OnCallRoster fixed;
    private final Set<String> channels;
    private final ZoneId zone;

    /**
     * @param fixed the contacts of the settings
     * @param channels those of the settings
     * @param zone of the county, in which a shift comes again
     */
    public RosterDesk(Database database, OnCallRoster fixed, Set<String> channels, ZoneId zone) {
        this.database = database;
        this.fixed = fixed;
        this.channels = Set.copyOf(channels);
        this.zone = zone;
    }

    /** The roster of a span, with the settings behind it. */
    public OnCallRoster between(Instant from, Instant to) {
        return fixed.with(database.inTransaction(
                transaction -> transaction.repository(RosterRepository.class).between(from, to)));
    }

    public List<Hole> holes(Instant from, Instant to) {
        return new Holes(between(from, to), channels).between(from, to);
    }

    /** Channels by which nothing is sent until a person has mended them. */
    public Set<String> disabledChannels() {
        return database.inTransaction(
                transaction -> transaction.repository(RosterRepository.class).disabledChannels());
    }

    public List<RosterEntry> history(int most) {
        return database.inTransaction(
                transaction -> transaction.repository(RosterRepository.class).history(most));
    }

    /** Adds a person or changes what is known of one. */
    public RosterAnswer save(OnCallPerson person, String by, Instant now) {
        Optional<String> unknown = person.ways().stream()
                .map(OnCallPerson.Way::channel)
                .filter(channel -> !channels.contains(channel))
                .findFirst();
        if (unknown.isPresent()) {
            return refused(Reason.NO_SUCH_CHANNEL, unknown.get() + " (expected: one of " + channels + ")");
        }
        return database.inTransaction(transaction -> {
            var rosters = transaction.repository(RosterRepository.class);
            rosters.serializeChanges();
            rosters.save(person);
            String ways = person.ways().stream()
                    .map(way -> way.channel() + " " + AddressMask.of(way.address()))
                    .collect(Collectors.joining(", "));
            rosters.append(new RosterEntry(
                    now,
                    by,
                    RosterEntry.Kind.PERSON_SAVED,
                    person.name() + (person.active() ? "" : " (inactive)") + ": " + ways));
            return new RosterAnswer.Done(holesAhead(rosters, now));
        });
    }

    /** Adds a shift and its repetitions. */
    public RosterAnswer add(Shift first, Recurrence recurrence, boolean holesAccepted, String by, Instant now) {
        List<Shift> turns = recurrence.of(first, zone, UUID::randomUUID);
        Instant end = turns.get(turns.size() - 1).to();
        return changing(first.from(), end, holesAccepted, by, now, known -> {
            Optional<OnCallPerson> person = known.person(first.person());
            if (person.isEmpty()) {
                return new Change.Not(Reason.NO_SUCH_PERSON, first.person().toString());
            }
            if (turns.stream().anyMatch(turn -> overlaps(known, turn))) {
                return new Change.Not(Reason.OVERLAPS, person.get().name());
            }
            return new Change.To(
                    before -> before.with(turns),
                    rosters -> turns.forEach(rosters::add),
                    RosterEntry.Kind.SHIFT_ADDED,
                    first.tier() + " " + person.get().name() + " " + first.from() + " to " + first.to()
                            + (turns.size() == 1
                                    ? ""
                                    : ", every " + recurrence.everyDays() + " days, " + turns.size() + " times"));
        });
    }

    public RosterAnswer remove(UUID shift, boolean holesAccepted, String by, Instant now) {
        return onShift(
                shift,
                holesAccepted,
                by,
                now,
                (known, planned) -> new Change.To(
                        before -> before.without(shift),
                        rosters -> rosters.remove(shift, now),
                        RosterEntry.Kind.SHIFT_REMOVED,
                        planned.tier() + " " + name(known, planned.person()) + " " + planned.from() + " to "
                                + planned.to()));
    }

    /** Somebody takes a shift or a part of it. The substitution's id and times are the caller's. */
    public RosterAnswer substitute(Substitution wanted, boolean holesAccepted, String by, Instant now) {
        return onShift(wanted.shift(), holesAccepted, by, now, (known, planned) -> {
            Optional<Change> not = problem(known, planned, wanted, now);
            return not.isPresent()
                    ? not.get()
                    : new Change.To(
                            before -> before.with(wanted),
                            rosters -> rosters.add(wanted),
                            RosterEntry.Kind.SUBSTITUTED,
                            words(known, planned, wanted));
        });
    }

    /** Two shifts change hands whole; the second is another's. */
    public RosterAnswer swap(
            UUID one, UUID other, String agreedBy, String note, boolean holesAccepted, String by, Instant now) {
        if (agreedBy.isBlank()) {
            return refused(Reason.NOT_AGREED, "say who agreed to the swap");
        }
        Instant from = now.minus(LOOK_AHEAD);
        return changing(from, now.plus(LOOK_AHEAD.multipliedBy(3)), holesAccepted, by, now, known -> {
            Optional<Shift> first = known.shift(one);
            Optional<Shift> second = known.shift(other);
            if (first.isEmpty() || second.isEmpty()) {
                return new Change.Not(Reason.NO_SUCH_SHIFT, (first.isEmpty() ? one : other).toString());
            }
            UUID exchange = UUID.randomUUID();
            Substitution there = whole(first.get(), second.get().person(), exchange, agreedBy, note, now);
            Substitution back = whole(second.get(), first.get().person(), exchange, agreedBy, note, now);
            return problem(known, first.get(), there, now)
                    .or(() -> problem(known, second.get(), back, now))
                    .orElseGet(() -> new Change.To(
                            before -> before.with(there).with(back),
                            rosters -> {
                                rosters.add(there);
                                rosters.add(back);
                            },
                            RosterEntry.Kind.SWAPPED,
                            words(known, first.get(), there) + "; " + words(known, second.get(), back)));
        });
    }

    private static Substitution whole(
            Shift shift, UUID person, UUID exchange, String agreedBy, String note, Instant now) {
        return new Substitution(
                UUID.randomUUID(),
                shift.id(),
                person,
                shift.from(),
                shift.to(),
                Optional.of(exchange),
                agreedBy,
                now,
                note);
    }

    private static Optional<Change> problem(DutyRoster known, Shift shift, Substitution wanted, Instant now) {
        if (known.person(wanted.person()).filter(OnCallPerson::active).isEmpty()) {
            return Optional.of(
                    new Change.Not(Reason.NO_SUCH_PERSON, wanted.person().toString()));
        }
        if (wanted.swap().isPresent() && shift.person().equals(wanted.person())) {
            return Optional.of(new Change.Not(Reason.SAME_PERSON, name(known, wanted.person())));
        }
        if (!now.isBefore(shift.to())) {
            return Optional.of(new Change.Not(Reason.OVER, "it ended " + shift.to()));
        }
        if (wanted.from().isBefore(shift.from()) || wanted.to().isAfter(shift.to())) {
            return Optional.of(
                    new Change.Not(Reason.OUTSIDE_THE_SHIFT, "it is from " + shift.from() + " to " + shift.to()));
        }
        return Optional.empty();
    }

    private static boolean overlaps(DutyRoster known, Shift turn) {
        return known.shifts().stream()
                .anyMatch(other -> other.tier() == turn.tier()
                        && other.person().equals(turn.person())
                        && other.from().isBefore(turn.to())
                        && turn.from().isBefore(other.to()));
    }

    private static String words(DutyRoster known, Shift shift, Substitution instead) {
        return shift.tier() + " " + instead.from() + " to " + instead.to() + ": " + name(known, instead.person())
                + " for " + name(known, shift.person()) + ", agreed by " + instead.agreedBy()
                + (instead.note().isBlank() ? "" : ": " + instead.note());
    }

    private static String name(DutyRoster known, UUID person) {
        return known.person(person).map(OnCallPerson::name).orElse("?");
    }

    private RosterAnswer onShift(UUID id, boolean holesAccepted, String by, Instant now, OnShift work) {
        return changing(
                now.minus(LOOK_AHEAD),
                now.plus(LOOK_AHEAD.multipliedBy(30)),
                holesAccepted,
                by,
                now,
                known -> known.shift(id)
                        .map(shift -> work.on(known, shift))
                        .orElseGet(() -> new Change.Not(Reason.NO_SUCH_SHIFT, id.toString())));
    }

    private RosterAnswer changing(Instant from, Instant to, boolean holesAccepted, String by, Instant now, Work work) {
        return database.inTransaction(transaction -> {
            var rosters = transaction.repository(RosterRepository.class);
            rosters.serializeChanges();
            Instant begin = from.isBefore(now) ? from : now;
            Instant end = to.isAfter(now.plus(LOOK_AHEAD)) ? to : now.plus(LOOK_AHEAD);
            DutyRoster known = rosters.between(begin, end);
            Change change = work.on(known);
            if (change instanceof Change.Not not) {
                return refused(not.reason(), not.detail());
            }
            Change.To done = (Change.To) change;
            List<Hole> after = holes(done.roster().apply(known), now, end);
            List<Hole> opened = Holes.opened(holes(known, now, end), after);
            if (!opened.isEmpty() && !holesAccepted) {
                return new RosterAnswer.OpensHoles(opened);
            }
            done.stored().accept(rosters);
            rosters.append(new RosterEntry(now, by, done.kind(), done.detail()));
            for (Hole hole : opened) {
                rosters.append(new RosterEntry(
                        now,
                        by,
                        RosterEntry.Kind.HOLE_ACCEPTED,
                        hole.tier() + " " + hole.from() + " to " + hole.to() + ": " + hole.reason()));
            }
            return new RosterAnswer.Done(after.stream()
                    .filter(hole -> hole.from().isBefore(now.plus(LOOK_AHEAD)))
                    .toList());
        });
    }

    private List<Hole> holes(DutyRoster duty, Instant from, Instant to) {
        return new Holes(fixed.with(duty), channels).between(from, to);
    }

    private List<Hole> holesAhead(RosterRepository rosters, Instant now) {
        Instant end = now.plus(LOOK_AHEAD);
        return holes(rosters.between(now, end), now, end);
    }

    private static RosterAnswer refused(Reason reason, String detail) {
        return new RosterAnswer.Refused(reason, detail);
    }

    /** What is to become of the roster. */
    private sealed interface Change {

        record Not(Reason reason, String detail) implements Change {}

        record To(
                UnaryOperator<DutyRoster> roster,
                Consumer<RosterRepository> stored,
                RosterEntry.Kind kind,
                String detail)
                implements Change {}
    }

    private interface Work {
        Change on(DutyRoster known);
    }

    private interface OnShift {
        Change on(DutyRoster known, Shift shift);
    }
}
