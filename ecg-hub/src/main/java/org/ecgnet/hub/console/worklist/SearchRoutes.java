package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.worklist.ExamSearch;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.WorklistRepository;

/** Looks for exams of any age. By POST: what is looked for may be a patient's name, which no URL may carry. */
public final class SearchRoutes implements Routes {

    private static final int MOST = 100;
    private static final Duration WHOLE_LIFE = Duration.ofDays(36_500);

    private final RouteParts parts;
    private final ReportPolicy reports;

    /** @param reports says what a reader is shown before he has written his own */
    public SearchRoutes(RouteParts parts, ReportPolicy reports) {
        this.reports = reports;
        this.parts = parts;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/search").handler(context -> parts.gate().exams(context, this::search));
    }

    private void search(RoutingContext context, Account account) {
        Instant now = parts.clock().instant();
        ExamSearch search;
        try {
            search = search(
                    Requests.body(context).orElseThrow(() -> new IllegalArgumentException("no JSON object")), now);
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, "the search is not clear: " + e.getMessage());
            return;
        }
        parts.workers()
                .run(
                        context,
                        () -> found(search, account, now),
                        found -> Answers.json(
                                context, new JsonObject().put("items", found).put("more", found.size() == MOST)));
    }

    private JsonArray found(ExamSearch search, Account account, Instant now) {
        return parts.database().inTransaction(transaction -> {
            List<WorklistItem> found =
                    transaction.repository(WorklistRepository.class).find(account.scope(), search, MOST);
            transaction
                    .repository(AuditRepository.class)
                    .append(AuditEvent.of(now, account.name(), AuditAction.EXAMS_SEARCHED, found.size() + " found"));
            ReadFirst readFirst = ReadFirst.of(transaction, reports, account.name(), found);
            var items = new JsonArray();
            found.forEach(item -> items.add(WorklistJson.of(item, readFirst.hides(item))));
            return items;
        });
    }

    private static ExamSearch search(JsonObject body, Instant now) {
        String site = Requests.text(body, "site");
        String from = Requests.text(body, "from");
        String to = Requests.text(body, "to");
        return new ExamSearch(
                Optional.of(Requests.text(body, "words")),
                site.isEmpty() ? Optional.empty() : Optional.of(new SiteCode(site)),
                from.isEmpty() ? now.minus(WHOLE_LIFE) : Requests.instant("from", from),
                to.isEmpty() ? now.plus(Duration.ofDays(1)) : Requests.instant("to", to));
    }
}
