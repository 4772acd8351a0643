package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.paging.CaseState;
import org.ecgnet.hub.paging.Goal;
import org.ecgnet.hub.paging.NextSteps;
import org.ecgnet.hub.paging.Step;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/** Takes the due steps of a case, all in one transaction: either they are written down, or they are due again. */
final class LadderWork {

    private final Database database;
    private final PagingParts parts;

    LadderWork(Database database, PagingParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /** @return what to tell the listeners */
    List<HubEvent> advance(UUID caseId, Instant now) {
        return database.inTransaction(transaction -> {
            List<HubEvent> after = new ArrayList<>();
            var cases = transaction.repository(CaseRepository.class);
            Optional<CriticalCase> found = cases.lock(caseId);
            if (found.isPresent()) {
                CriticalCase known = withClinicsConfirmation(cases, found.get(), now, after);
                cancelDispatch(transaction, known, now);
                Optional<Instant> wakeAt = takeDue(transaction, known, now, after);
                transaction.repository(PageRepository.class).wakeAt(caseId, wakeAt);
            }
            return after;
        });
    }

    /** What the clinic confirmed is looked up, not only heard of: an event can be missed. */
    private static CriticalCase withClinicsConfirmation(
            CaseRepository cases, CriticalCase known, Instant now, List<HubEvent> after) {
        if (!known.open() || known.handling().clinicSaw().isPresent()) {
            return known;
        }
        Optional<Signed> confirmed =
                cases.clinicConfirmation(known.id(), known.clock().round());
        if (confirmed.isEmpty()) {
            return known;
        }
        CriticalCase seen = known.clinicSaw(confirmed.get());
        cases.save(seen);
        cases.append(new CaseEvent(known.id(), Kind.CLINIC_SAW, confirmed.get().by(), "", now));
        after.add(new HubEvent.CaseChanged(known.id(), known.examId()));
        return seen;
    }

    private Optional<Instant> takeDue(Transaction transaction, CriticalCase known, Instant now, List<HubEvent> after) {
        var pages = transaction.repository(PageRepository.class);
        var planner = new StepPlanner(parts, transaction, known, now, after);
        CaseState state = known.ladderState(pages.taken(known.id()));
        endNeedless(transaction, known, state);
        NextSteps next = parts.ladder().next(state, now);
        boolean any = false;
        while (!next.due().isEmpty()) {
            for (Step step : next.due()) {
                if (pages.take(known.id(), step, now)) {
                    planner.plan(step);
                    any = true;
                }
            }
            next = parts.ladder().next(known.ladderState(pages.taken(known.id())), now);
        }
        planner.finish();
        if (any) {
            after.add(new HubEvent.CaseChanged(known.id(), known.examId()));
        }
        return next.wakeAt();
    }

    private static void endNeedless(Transaction transaction, CriticalCase known, CaseState state) {
        Set<Goal> reached = EnumSet.noneOf(Goal.class);
        for (Goal goal : Goal.values()) {
            if (!known.open() || state.reached(goal)) {
                reached.add(goal);
            }
        }
        if (!reached.isEmpty()) {
            transaction.repository(DeliveryRepository.class).endNeedless(known.id(), reached);
        }
    }

    /** 120 is told that it was called off, even when it may not have had the request: an attempt may have come through. */
    private void cancelDispatch(Transaction transaction, CriticalCase known, Instant now) {
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
            UUID id = UUID.randomUUID();
            var event = parts.dispatchEvents().cancelled(id, calledOff, known, cancelled.get());
            transaction
                    .repository(DeliveryRepository.class)
                    .plan(new Delivery(
                            id,
                            known.id(),
                            known.clock().round(),
                            "dispatch-cancel#" + dispatch.number(),
                            Optional.empty(),
                            PagingParts.DISPATCH_CHANNEL,
                            "120",
                            new Content.ToDispatch(dispatch.id(), event),
                            now,
                            0,
                            0));
        }
    }
}
