package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.paging.Goal;
import org.ecgnet.hub.paging.Step;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is written down for 120, within one transaction. An exercise goes to the county's own receiver or nowhere. */
final class DispatchSteps {

    private static final Logger LOGGER = LoggerFactory.getLogger(DispatchSteps.class);
    private static final String LADDER = "ladder";

    private final PagingParts parts;
    private final Transaction transaction;
    private final CriticalCase known;
    private final Instant now;

    DispatchSteps(PagingParts parts, Transaction transaction, CriticalCase known, Instant now) {
        this.parts = parts;
        this.transaction = transaction;
        this.known = known;
        this.now = now;
    }

    void request(Step step) {
        boolean webhook = parts.to120().webhook(known.drill()).isPresent();
        if (known.drill() && !webhook) {
            append(Kind.DISPATCH_SENT, "演练 drill: 120 is not told");
            return;
        }
        var dispatch = new Dispatch(UUID.randomUUID(), known.id(), step.round(), DispatchState.SENT, LADDER, now);
        transaction.repository(DispatchRepository.class).add(dispatch);
        if (!webhook) {
            onThePageOnly();
            return;
        }
        Exam exam = transaction
                .repository(ExamRepository.class)
                .find(known.examId())
                .orElseThrow(() -> new IllegalStateException("case " + known.number() + " has no exam"));
        UUID id = UUID.randomUUID();
        var event = parts.to120()
                .events()
                .requested(id, dispatch, known, exam, parts.clinic(known.site()), parts.link(known));
        plan(id, StepPlanner.name(step), Optional.of(step.rung().goal()), new Content.ToDispatch(dispatch.id(), event));
        append(Kind.DISPATCH_SENT, known.drill() ? "演练 drill: to the test receiver, not to 120" : "to 120");
    }

    /** Whether a dispatcher sits at the built-in page nobody here can know. */
    private void onThePageOnly() {
        LOGGER.error(
                "case {}: 120 is told by its built-in page only: telephone 120 now, or set 'dispatch.url'",
                known.number());
        append(Kind.DISPATCH_SENT, "on 120's page");
        append(Kind.NOBODY_TO_PAGE, "dispatch: telephone 120");
    }

    /** What to say to the dispatcher, without the patient's name. */
    void script() {
        Clinic clinic = parts.clinic(known.site());
        append(
                Kind.DISPATCH_SENT,
                known.drill()
                        ? "演练 drill: do not telephone 120; in earnest the centre would now read the case to them"
                        : "telephone 120: case " + known.number() + ", "
                                + known.leadingRule().chinese() + " ("
                                + known.leadingRule().english() + "), " + clinic.name() + ", " + clinic.address()
                                + ", " + clinic.phone() + "; ask them to accept it aloud");
    }

    /** 120 is told that it was called off, even when it may not have had the request: an attempt may have come through. */
    void cancel() {
        Optional<Signed> cancelled = known.dispatch().cancelled();
        if (cancelled.isEmpty()) {
            return;
        }
        var dispatches = transaction.repository(DispatchRepository.class);
        for (Dispatch dispatch : dispatches.ofCase(known.id())) {
            if (dispatch.state() == DispatchState.CANCELLED || !dispatch.state().mayBecome(DispatchState.CANCELLED)) {
                continue;
            }
            Dispatch calledOff =
                    dispatch.in(DispatchState.CANCELLED, cancelled.get().by(), now);
            dispatches.save(calledOff);
            if (parts.to120().webhook(known.drill()).isEmpty()) {
                continue;
            }
            UUID id = UUID.randomUUID();
            var event = parts.to120().events().cancelled(id, calledOff, known, cancelled.get());
            plan(
                    id,
                    "dispatch-cancel#" + dispatch.number(),
                    Optional.empty(),
                    new Content.ToDispatch(dispatch.id(), event));
        }
    }

    private void plan(UUID id, String step, Optional<Goal> goal, Content content) {
        transaction
                .repository(DeliveryRepository.class)
                .plan(new Delivery(
                        id,
                        Optional.of(known.id()),
                        known.clock().round(),
                        step,
                        goal,
                        To120.channel(known.drill()),
                        known.drill() ? "演练 120" : "120",
                        content,
                        now,
                        0,
                        0));
    }

    private void append(Kind kind, String detail) {
        transaction.repository(CaseRepository.class).append(new CaseEvent(known.id(), kind, LADDER, detail, now));
    }
}
