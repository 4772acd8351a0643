package org.ecgnet.hub.paging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A red case as the ladder sees it.
 *
 * @param round counts the pages of the case from 1; a new finding after an acknowledgement pages anew
 * @param pagedAt the commit of this round's page, where the clock starts
 * @param updates readings merged into this round without a page of their own
 * @param updatedAt when the last of them came; {@code pagedAt} when there is none
 * @param dispatch counts the dispatches of the case from 1; the next begins after a cancelled one
 * @param answers what people have done in this round
 * @param reach whether pages are heard and arrive
 * @param taken the steps written down so far, of all rounds
 */
public record CaseState(
        Severity severity,
        int round,
        Instant pagedAt,
        int updates,
        Instant updatedAt,
        int dispatch,
        Answers answers,
        Reach reach,
        List<StepTaken> taken) {

    public CaseState {
        taken = List.copyOf(taken);
    }

    /** The number under which steps of this scope are written down now. */
    public int numberOf(Rung.Scope scope) {
        return scope == Rung.Scope.DISPATCH ? dispatch : round;
    }

    /** The last step of the rung under this number. */
    public Optional<StepTaken> lastTaken(String rung, int number) {
        return taken.stream()
                .filter(step -> step.rung().equals(rung) && step.round() == number)
                .max(Comparator.comparingInt(StepTaken::occurrence));
    }

    /** True when nothing more is needed for {@code goal}. */
    public boolean reached(Goal goal) {
        return switch (goal) {
            case ACKNOWLEDGED -> answers.acknowledgedAt().isPresent();
            case DISPOSED -> answers.disposedAt().isPresent();
            case CLINIC_SAW -> answers.clinicSawAt().isPresent();
            case DISPATCH_ANSWERED ->
                answers.dispatchAcceptedAt().isPresent()
                        || answers.dispatchCancelledAt().isPresent();
        };
    }

    /**
     * What people have done about a case; each empty until it happens.
     *
     * @param confirmedAt a person said that the finding is real
     * @param heldUntil somebody accepted the case and has until then to read back
     * @param acknowledgedAt read back
     * @param disposedAt what is done with the patient was written down
     * @param clinicSawAt the clinic confirmed seeing it
     * @param dispatchOrderedAt a person asked for an ambulance
     * @param dispatchAcceptedAt a person at 120 accepted
     * @param dispatchCancelledAt a person cancelled the dispatch
     * @param closed nothing more to do
     */
    public record Answers(
            Optional<Instant> confirmedAt,
            Optional<Instant> heldUntil,
            Optional<Instant> acknowledgedAt,
            Optional<Instant> disposedAt,
            Optional<Instant> clinicSawAt,
            Optional<Instant> dispatchOrderedAt,
            Optional<Instant> dispatchAcceptedAt,
            Optional<Instant> dispatchCancelledAt,
            boolean closed) {

        public static final Answers NONE = new Answers(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
