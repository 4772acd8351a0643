package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.ClinicSeen;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.drill.DrillRepository;
import org.ecgnet.hub.duty.HeartbeatRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.paging.CaseState;
import org.ecgnet.hub.paging.Goal;
import org.ecgnet.hub.paging.NextSteps;
import org.ecgnet.hub.paging.Reach;
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
                new DispatchSteps(parts, transaction, known, now).cancel();
                Optional<Instant> endsAt = drillEndsAt(transaction, known);
                if (endsAt.isPresent() && !now.isBefore(endsAt.get())) {
                    known = endDrill(cases, known, now, after);
                    endsAt = Optional.empty();
                }
                Optional<Instant> wakeAt = takeDue(transaction, known, now, after);
                transaction
                        .repository(PageRepository.class)
                        .wakeAt(
                                caseId,
                                Stream.of(wakeAt, endsAt)
                                        .flatMap(Optional::stream)
                                        .min(Instant::compareTo));
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
        Optional<ClinicSeen> confirmed =
                cases.clinicConfirmation(known.id(), known.clock().round());
        if (confirmed.isEmpty()) {
            return known;
        }
        CriticalCase seen = known.clinicSaw(confirmed.get().signed());
        cases.save(seen);
        cases.append(new CaseEvent(
                known.id(),
                Kind.CLINIC_SAW,
                confirmed.get().signed().by(),
                confirmed.get().words(),
                now));
        after.add(new HubEvent.CaseChanged(known.id(), known.examId()));
        return seen;
    }

    /** An exercise is over once it was read back, or when its time is. */
    private static Optional<Instant> drillEndsAt(Transaction transaction, CriticalCase known) {
        return known.drill() && known.open()
                ? transaction.repository(DrillRepository.class).find(known.id()).map(drill -> known.handling()
                        .acknowledged()
                        .map(Signed::at)
                        .orElse(drill.endsAt()))
                : Optional.empty();
    }

    private static CriticalCase endDrill(CaseRepository cases, CriticalCase known, Instant now, List<HubEvent> after) {
        String note = known.handling().acknowledged().isPresent()
                ? "演练结束 drill over: read back"
                : "演练结束 drill over: nobody read it back in time";
        CriticalCase ended = known.drillEnded(new Signed("演练 drill", now), note);
        cases.save(ended);
        cases.append(new CaseEvent(known.id(), Kind.CLOSED, "演练 drill", note, now));
        after.add(new HubEvent.CaseChanged(known.id(), known.examId()));
        return ended;
    }

    private Optional<Instant> takeDue(Transaction transaction, CriticalCase known, Instant now, List<HubEvent> after) {
        var pages = transaction.repository(PageRepository.class);
        var planner = new StepPlanner(parts, transaction, known, now, after);
        Reach reach = reach(transaction, known, now);
        CaseState state = known.ladderState(reach, pages.taken(known.id()));
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
            next = parts.ladder().next(known.ladderState(reach, pages.taken(known.id())), now);
        }
        planner.finish();
        if (any) {
            after.add(new HubEvent.CaseChanged(known.id(), known.examId()));
        }
        return next.wakeAt();
    }

    /** Known only by asking: consoles and channels fall silent without saying so. */
    private Reach reach(Transaction transaction, CriticalCase known, Instant now) {
        Vigilance vigilance = parts.vigilance();
        var heartbeats = transaction.repository(HeartbeatRepository.class);
        Instant since = now.minus(vigilance.consoles().silentAfter());
        var standings = transaction
                .repository(DeliveryRepository.class)
                .standings(known.id(), known.clock().round());
        return new Reach(
                Optional.of(
                        vigilance.consoles().judge(heartbeats.since(since), now).unheardAt()),
                Standing.illAt(standings, vigilance.illAfter()));
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
}
