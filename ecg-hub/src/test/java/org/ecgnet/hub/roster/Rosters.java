package org.ecgnet.hub.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/** People and shifts for tests; hours count from 08:00 in Shanghai. */
final class Rosters {

    static final Instant AT_8 = Instant.parse("2026-03-02T00:00:00Z");
    static final OnCallPerson WANG = person(
            "王医生",
            new OnCallPerson.Way("phone", "13812345678", Set.of(Urgency.RING)),
            new OnCallPerson.Way("chat", "wang", Set.of(Urgency.PUSH)));
    static final OnCallPerson LI = person("李医生", new OnCallPerson.Way("phone", "13987654321", Set.of(Urgency.RING)));
    static final OnCallPerson ZHAO = person("赵主任", new OnCallPerson.Way("phone", "13700001111", Set.of(Urgency.RING)));
    static final OnCallPerson MUTE = person("钱医生", new OnCallPerson.Way("chat", "qian", Set.of(Urgency.PUSH)));

    private Rosters() {}

    static OnCallPerson person(String name, OnCallPerson.Way... ways) {
        return new OnCallPerson(UUID.randomUUID(), name, Optional.empty(), List.of(ways), true);
    }

    static Instant at(int hour) {
        return AT_8.plus(Duration.ofHours(hour));
    }

    static Shift shift(Recipient tier, OnCallPerson person, int fromHour, int toHour) {
        return new Shift(UUID.randomUUID(), tier, person.id(), at(fromHour), at(toHour));
    }

    static Substitution instead(Shift shift, OnCallPerson person, int fromHour, int toHour) {
        return new Substitution(
                UUID.randomUUID(),
                shift.id(),
                person.id(),
                at(fromHour),
                at(toHour),
                Optional.empty(),
                "护士长",
                AT_8,
                "");
    }

    static DutyRoster of(Shift... shifts) {
        return new DutyRoster(List.of(WANG, LI, ZHAO, MUTE), List.of(shifts), List.of());
    }
}
