package org.ecgnet.hub.paging;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.paging.CaseState.Answers;

/** Answers with one of them changed. */
record AnswersDraft(Answers done) {

    AnswersDraft confirmed(Instant at) {
        return new AnswersDraft(with(Optional.of(at), done.heldUntil(), done.acknowledgedAt(), done.disposedAt()));
    }

    AnswersDraft held(Instant until) {
        return new AnswersDraft(with(done.confirmedAt(), Optional.of(until), done.acknowledgedAt(), done.disposedAt()));
    }

    AnswersDraft acknowledged(Instant at) {
        return new AnswersDraft(with(done.confirmedAt(), done.heldUntil(), Optional.of(at), done.disposedAt()));
    }

    AnswersDraft disposed(Instant at) {
        return new AnswersDraft(with(done.confirmedAt(), done.heldUntil(), done.acknowledgedAt(), Optional.of(at)));
    }

    AnswersDraft clinicSaw(Instant at) {
        return new AnswersDraft(others(
                Optional.of(at), done.dispatchOrderedAt(), done.dispatchAcceptedAt(), done.dispatchCancelledAt()));
    }

    AnswersDraft ordered(Instant at) {
        return new AnswersDraft(
                others(done.clinicSawAt(), Optional.of(at), done.dispatchAcceptedAt(), done.dispatchCancelledAt()));
    }

    AnswersDraft dispatchAccepted(Instant at) {
        return new AnswersDraft(
                others(done.clinicSawAt(), done.dispatchOrderedAt(), Optional.of(at), done.dispatchCancelledAt()));
    }

    AnswersDraft dispatchCancelled(Instant at) {
        return new AnswersDraft(
                others(done.clinicSawAt(), done.dispatchOrderedAt(), done.dispatchAcceptedAt(), Optional.of(at)));
    }

    AnswersDraft closed() {
        return new AnswersDraft(new Answers(
                done.confirmedAt(),
                done.heldUntil(),
                done.acknowledgedAt(),
                done.disposedAt(),
                done.clinicSawAt(),
                done.dispatchOrderedAt(),
                done.dispatchAcceptedAt(),
                done.dispatchCancelledAt(),
                true));
    }

    private Answers with(
            Optional<Instant> confirmed,
            Optional<Instant> held,
            Optional<Instant> acknowledged,
            Optional<Instant> disposed) {
        return new Answers(
                confirmed,
                held,
                acknowledged,
                disposed,
                done.clinicSawAt(),
                done.dispatchOrderedAt(),
                done.dispatchAcceptedAt(),
                done.dispatchCancelledAt(),
                done.closed());
    }

    private Answers others(
            Optional<Instant> clinicSaw,
            Optional<Instant> ordered,
            Optional<Instant> accepted,
            Optional<Instant> cancelled) {
        return new Answers(
                done.confirmedAt(),
                done.heldUntil(),
                done.acknowledgedAt(),
                done.disposedAt(),
                clinicSaw,
                ordered,
                accepted,
                cancelled,
                done.closed());
    }
}
