package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people have done in the present round of a case; each empty until it happens.
 *
 * @param acceptedBy accounts that have had their hold in this round
 * @param heldUntil end of the last hold
 * @param readBack what was read back: the kinds of identifiers and the rule, not their values
 * @param dispositionNote as written
 * @param clinicSaw by whom at the clinic
 */
public record Handling(
        Optional<Signed> confirmed,
        Optional<Signed> accepted,
        List<String> acceptedBy,
        Optional<Instant> heldUntil,
        Optional<Signed> acknowledged,
        Optional<String> readBack,
        Optional<Disposition> disposition,
        Optional<Signed> disposed,
        Optional<String> dispositionNote,
        Optional<Signed> clinicSaw) {

    static final Handling NONE = new Handling(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Handling {
        acceptedBy = List.copyOf(acceptedBy);
    }

    Handling confirmed(Signed by) {
        return new Handling(
                Optional.of(by),
                accepted,
                acceptedBy,
                heldUntil,
                acknowledged,
                readBack,
                disposition,
                disposed,
                dispositionNote,
                clinicSaw);
    }

    Handling accepted(Person person, Instant now, Instant until) {
        List<String> accounts = new ArrayList<>(acceptedBy);
        accounts.add(person.account());
        return new Handling(
                confirmed,
                Optional.of(new Signed(person.name(), now)),
                accounts,
                Optional.of(until),
                acknowledged,
                readBack,
                disposition,
                disposed,
                dispositionNote,
                clinicSaw);
    }

    Handling acknowledged(Signed by, String whatWasReadBack) {
        return new Handling(
                confirmed,
                accepted,
                acceptedBy,
                heldUntil,
                Optional.of(by),
                Optional.of(whatWasReadBack),
                disposition,
                disposed,
                dispositionNote,
                clinicSaw);
    }

    Handling disposed(Signed by, Disposition what, String note) {
        return new Handling(
                confirmed,
                accepted,
                acceptedBy,
                heldUntil,
                acknowledged,
                readBack,
                Optional.of(what),
                Optional.of(by),
                Optional.of(note),
                clinicSaw);
    }

    Handling clinicSaw(Signed by) {
        return new Handling(
                confirmed,
                accepted,
                acceptedBy,
                heldUntil,
                acknowledged,
                readBack,
                disposition,
                disposed,
                dispositionNote,
                Optional.of(by));
    }
}
