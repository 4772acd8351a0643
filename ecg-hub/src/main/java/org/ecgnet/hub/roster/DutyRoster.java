package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecgnet.hub.paging.Recipient;

/**
 * Who has which shift, with substitutes and swaps. Pure.
 *
 * @param substitutions in the order in which they were agreed
 */
public record DutyRoster(List<OnCallPerson> people, List<Shift> shifts, List<Substitution> substitutions) {

    public static final DutyRoster EMPTY = new DutyRoster(List.of(), List.of(), List.of());

    public DutyRoster {
        people = List.copyOf(people);
        shifts = List.copyOf(shifts);
        substitutions = List.copyOf(substitutions);
    }

    /** Whoever has the tier at this moment, in the order of their shifts. */
    public List<OnCallPerson> on(Recipient tier, Instant at) {
        Map<UUID, OnCallPerson> known = byId();
        return shifts.stream()
                .filter(shift -> shift.tier() == tier && shift.covers(at))
                .sorted(ORDER)
                .map(shift -> taker(shift, at))
                .map(id -> Optional.ofNullable(known.get(id)))
                .flatMap(Optional::stream)
                .filter(OnCallPerson::active)
                .distinct()
                .toList();
    }

    /** All spans that touch [from, to), by start. */
    public List<Duty> duties(Instant from, Instant to) {
        Map<UUID, OnCallPerson> known = byId();
        List<Duty> duties = new ArrayList<>();
        for (Shift shift : shifts) {
            if (shift.from().isBefore(to) && from.isBefore(shift.to())) {
                spans(shift, known, duties);
            }
        }
        duties.sort(Comparator.comparing(Duty::from).thenComparing(duty -> duty.tier()));
        return duties;
    }

    /** True when somebody has ever a shift of this tier in what is known here. */
    public boolean plans(Recipient tier) {
        return shifts.stream().anyMatch(shift -> shift.tier() == tier);
    }

    public Optional<Shift> shift(UUID id) {
        return shifts.stream().filter(shift -> shift.id().equals(id)).findFirst();
    }

    public Optional<OnCallPerson> person(UUID id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** The roster with these shifts besides. */
    public DutyRoster with(Collection<Shift> more) {
        List<Shift> all = new ArrayList<>(shifts);
        all.addAll(more);
        return new DutyRoster(people, all, substitutions);
    }

    public DutyRoster without(UUID shift) {
        return new DutyRoster(
                people,
                shifts.stream().filter(other -> !other.id().equals(shift)).toList(),
                substitutions);
    }

    public DutyRoster with(Substitution more) {
        List<Substitution> all = new ArrayList<>(substitutions);
        all.add(more);
        return new DutyRoster(people, shifts, all);
    }

    private static final Comparator<Shift> ORDER =
            Comparator.comparing(Shift::from).thenComparing(Shift::id);

    private Map<UUID, OnCallPerson> byId() {
        return people.stream().collect(Collectors.toMap(OnCallPerson::id, Function.identity()));
    }

    private UUID taker(Shift shift, Instant at) {
        return instead(shift, at).map(Substitution::person).orElse(shift.person());
    }

    /** The latest agreement counts. */
    private Optional<Substitution> instead(Shift shift, Instant at) {
        return substitutions.stream()
                .filter(one -> one.shift().equals(shift.id()) && one.covers(at))
                .reduce((earlier, later) -> later);
    }

    private void spans(Shift shift, Map<UUID, OnCallPerson> known, List<Duty> duties) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(shift.from(), shift.to()));
        for (Substitution one : substitutions) {
            if (one.shift().equals(shift.id())) {
                edges.add(one.from());
                edges.add(one.to());
            }
        }
        Instant from = shift.from();
        for (Instant to : edges.tailSet(shift.from(), false).headSet(shift.to(), true)) {
            Optional<Substitution> instead = instead(shift, from);
            OnCallPerson person = known.get(taker(shift, from));
            if (person != null) {
                duties.add(new Duty(shift, person, from, to, instead));
            }
            from = to;
        }
    }
}
