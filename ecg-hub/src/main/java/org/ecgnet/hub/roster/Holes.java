package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/**
 * Finds what is missing in a span of the roster. Pure. A hole never keeps a page from being sent, it only sends it to
 * somebody else; that is why it must be seen.
 */
public final class Holes {

    private static final List<Recipient> CLIMB = List.of(Recipient.TIER_1, Recipient.TIER_2, Recipient.TIER_3);

    private final OnCallRoster roster;
    private final Set<String> channels;

    /** @param channels those of the settings */
    public Holes(OnCallRoster roster, Set<String> channels) {
        this.roster = roster;
        this.channels = Set.copyOf(channels);
    }

    /** Holes in [from, to), by start and tier, each as long as it lasts. A tier that only the settings fill has none. */
    public List<Hole> between(Instant from, Instant to) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(from, to));
        for (Duty duty : roster.duty().duties(from, to)) {
            edges.add(duty.from());
            edges.add(duty.to());
        }
        List<Hole> holes = new ArrayList<>();
        for (Recipient tier : List.of(Recipient.READER, Recipient.TIER_1, Recipient.TIER_2, Recipient.TIER_3)) {
            if (!roster.duty().plans(tier) && roster.fixed(tier)) {
                continue;
            }
            ofTier(tier, new ArrayList<>(edges.subSet(from, true, to, true)), holes);
        }
        holes.sort(Comparator.comparing(Hole::from).thenComparing(Hole::tier));
        return holes;
    }

    /** Holes that are in {@code after} and not in {@code before}, not even as part of a longer one. */
    public static List<Hole> opened(List<Hole> before, List<Hole> after) {
        return after.stream()
                .filter(hole -> before.stream()
                        .noneMatch(old -> old.tier() == hole.tier()
                                && old.reason() == hole.reason()
                                && old.who().equals(hole.who())
                                && !old.from().isAfter(hole.from())
                                && !old.to().isBefore(hole.to())))
                .toList();
    }

    private void ofTier(Recipient tier, List<Instant> edges, List<Hole> holes) {
        Optional<Hole> open = Optional.empty();
        for (int i = 0; i + 1 < edges.size(); i++) {
            Optional<Hole> found = at(tier, edges.get(i), edges.get(i + 1));
            if (open.isPresent() && found.isPresent() && same(open.get(), found.get())) {
                open = Optional.of(longer(open.get(), found.get().to()));
            } else {
                open.ifPresent(holes::add);
                open = found;
            }
        }
        open.ifPresent(holes::add);
    }

    private Optional<Hole> at(Recipient tier, Instant from, Instant to) {
        List<OnCallPerson> on = roster.duty().on(tier, from);
        if (on.isEmpty()) {
            return Optional.of(new Hole(tier, from, to, Hole.Reason.NOBODY, ""));
        }
        String names = on.stream().map(OnCallPerson::name).collect(Collectors.joining(", "));
        // The reader sits at the console, which sounds: without a way of their own that is enough.
        boolean mute =
                tier != Recipient.READER && on.stream().noneMatch(person -> person.reachable(Urgency.RING, channels));
        if (mute) {
            return Optional.of(new Hole(tier, from, to, Hole.Reason.CANNOT_BE_RUNG, names));
        }
        int climb = CLIMB.indexOf(tier);
        if (climb > 0) {
            Set<OnCallPerson> before = new HashSet<>(roster.duty().on(CLIMB.get(climb - 1), from));
            if (before.containsAll(on)) {
                return Optional.of(new Hole(tier, from, to, Hole.Reason.SAME_PERSON, names));
            }
        }
        return Optional.empty();
    }

    private static boolean same(Hole one, Hole next) {
        return one.reason() == next.reason()
                && one.who().equals(next.who())
                && one.to().equals(next.from());
    }

    private static Hole longer(Hole hole, Instant to) {
        return new Hole(hole.tier(), hole.from(), to, hole.reason(), hole.who());
    }
}
