package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.worklist.FilterRepository;
import org.ecgnet.hub.worklist.WorklistFilter;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.WorklistOrder;
import org.ecgnet.hub.worklist.WorklistRepository;
import org.ecgnet.hub.worklist.turnaround.TurnaroundFigure;
import org.ecgnet.hub.worklist.turnaround.TurnaroundGoals;
import org.ecgnet.hub.worklist.turnaround.TurnaroundRepository;

/** The worklist, most urgent first, with masked names, as the reader's own filter shows it. */
public final class WorklistRoutes implements Routes {

    private static final int MOST = 500;
    private static final Duration FIGURES_OF = Duration.ofHours(24);

    private final RouteParts parts;
    private final Duration span;
    private final TurnaroundGoals goals;
    private final ReportPolicy reports;

    /**
     * @param span how far back the list looks
     * @param reports says what a reader is shown before he has written his own
     */
    public WorklistRoutes(RouteParts parts, Duration span, TurnaroundGoals goals, ReportPolicy reports) {
        this.reports = reports;
        this.parts = parts;
        this.span = span;
        this.goals = goals;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/worklist").handler(context -> parts.gate().exams(context, this::worklist));
        router.get("/api/worklist/turnaround").handler(context -> parts.gate().exams(context, this::turnaround));
        router.post("/api/worklist/filter").handler(context -> parts.gate().exams(context, this::keepFilter));
    }

    private void worklist(RoutingContext context, Account account) {
        parts.workers().run(context, () -> shown(account), shown -> Answers.json(context, shown));
    }

    private JsonObject shown(Account account) {
        return parts.database().inTransaction(transaction -> {
            WorklistFilter filter =
                    transaction.repository(FilterRepository.class).of(account.name());
            List<WorklistItem> all = transaction
                    .repository(WorklistRepository.class)
                    .current(account.scope(), parts.clock().instant().minus(span), MOST);
            ReadFirst readFirst = ReadFirst.of(transaction, reports, account.name(), all);
            var list = new JsonArray();
            all.stream()
                    .filter(item -> filter.shows(item, account.name()))
                    .sorted(WorklistOrder.MOST_URGENT_FIRST)
                    .forEach(item -> list.add(WorklistJson.of(item, readFirst.hides(item), goals)));
            return new JsonObject()
                    .put("items", list)
                    .put("hidden", all.size() - list.size())
                    .put("hiddenWaiting", hidden(all, filter, account, WorklistItem::waitsForReader))
                    .put("hiddenRed", hidden(all, filter, account, WorklistRoutes::red))
                    .put("filter", FilterJson.of(filter));
        });
    }

    private static boolean red(WorklistItem item) {
        return item.level().filter(TriageLevel.RED::equals).isPresent();
    }

    private static long hidden(
            List<WorklistItem> all, WorklistFilter filter, Account account, Predicate<WorklistItem> which) {
        return all.stream()
                .filter(which)
                .filter(item -> !filter.shows(item, account.name()))
                .count();
    }

    private void keepFilter(RoutingContext context, Account account) {
        FilterJson.read(context)
                .ifPresentOrElse(
                        filter -> parts.workers()
                                .run(
                                        context,
                                        () -> {
                                            parts.database().transact(transaction -> transaction
                                                    .repository(FilterRepository.class)
                                                    .keep(account.name(), filter));
                                            return filter;
                                        },
                                        kept -> Answers.json(context, FilterJson.of(kept))),
                        () -> Answers.refuse(
                                context,
                                400,
                                "the filter is not clear (expected: {levels: [..], sites: [..], mine, open})"));
    }

    private void turnaround(RoutingContext context, Account account) {
        Instant since = parts.clock().instant().minus(FIGURES_OF);
        parts.workers()
                .run(
                        context,
                        () -> parts.database().inTransaction(transaction -> transaction
                                .repository(TurnaroundRepository.class)
                                .answeredSince(account.scope(), since)),
                        (Map<TriageLevel, List<Duration>> waits) -> {
                            var figures = new JsonArray();
                            for (TriageLevel level : TriageLevel.values()) {
                                figures.add(figure(
                                        TurnaroundFigure.of(level, waits.getOrDefault(level, List.of()), goals)));
                            }
                            Answers.json(
                                    context,
                                    new JsonObject()
                                            .put("since", since.toString())
                                            .put("figures", figures));
                        });
    }

    private static JsonObject figure(TurnaroundFigure figure) {
        var json = new JsonObject()
                .put("level", figure.level().name())
                .put("answered", figure.answered())
                .put("goalHalfSeconds", figure.goal().half().toSeconds())
                .put("goalSeconds", figure.goal().nineTenths().toSeconds())
                .put("reached", figure.reached());
        figure.half().ifPresent(time -> json.put("halfSeconds", time.toMillis() / 1000.0));
        figure.nineTenths().ifPresent(time -> json.put("nineTenthsSeconds", time.toMillis() / 1000.0));
        return json;
    }
}
