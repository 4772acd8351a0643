package org.ecgnet.hub.console.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditCheck;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditLine;
import org.ecgnet.hub.audit.AuditQuery;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Span;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.csv.CsvFile;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;

/** The audit's page, check and file. */
public final class AuditRoutes implements Routes {

    private static final int PAGE = 200;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final Duration LONGEST_SPAN = Duration.ofDays(400);

    private final RouteParts parts;

    public AuditRoutes(RouteParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/audit").handler(context -> parts.gate().enter(context, Right.READ_AUDIT, this::list));
        router.get("/api/audit/check").handler(context -> parts.gate().enter(context, Right.READ_AUDIT, this::check));
        router.get("/api/audit-csv").handler(context -> parts.gate().enter(context, Right.READ_AUDIT, this::file));
    }

    private void list(RoutingContext context, Account account) {
        asked(context, query -> parts.workers().run(context, () -> find(query, PAGE + 1), found -> {
            var items = new JsonArray();
            found.stream().limit(PAGE).map(AuditRoutes::json).forEach(items::add);
            Answers.json(context, new JsonObject().put("items", items).put("more", found.size() > PAGE));
        }));
    }

    private void check(RoutingContext context, Account account) {
        parts.workers()
                .run(
                        context,
                        () -> parts.database().inTransaction(transaction -> transaction
                                .repository(AuditRepository.class)
                                .check()),
                        (AuditCheck check) -> {
                            if (check instanceof AuditCheck.Broken broken) {
                                Answers.json(
                                        context,
                                        new JsonObject()
                                                .put("whole", false)
                                                .put("number", broken.number())
                                                .put("reason", broken.reason()));
                            } else if (check instanceof AuditCheck.Whole whole) {
                                Answers.json(
                                        context,
                                        new JsonObject().put("whole", true).put("entries", whole.entries()));
                            }
                        });
    }

    private void file(RoutingContext context, Account account) {
        asked(context, query -> parts.workers().run(context, () -> csv(query, account), csv -> {
            if (csv.isPresent()) {
                Answers.file(context, "text/csv; charset=utf-8", "audit.csv", csv.get());
            } else {
                Answers.refuse(
                        context,
                        409,
                        "TOO_MANY",
                        "超过 " + MOST_IN_A_FILE + " 条记录, 请缩短时间段",
                        "more than " + MOST_IN_A_FILE + " entries: ask for a shorter time");
            }
        }));
    }

    /** Empty when there are more entries than a file holds: one that ends in the middle would look whole. */
    private Optional<byte[]> csv(AuditQuery query, Account account) {
        List<AuditLine> lines = find(query, MOST_IN_A_FILE + 1);
        if (lines.size() > MOST_IN_A_FILE) {
            return Optional.empty();
        }
        parts.database().transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(AuditEvent.of(
                        parts.clock().instant(), account.name(), AuditAction.AUDIT_EXPORTED, said(query, lines))));
        var file = new CsvFile();
        file.line("number", "at", "person", "action", "exam", "case", "detail", "hash");
        lines.forEach(line -> row(file, line));
        return Optional.of(file.bytes());
    }

    private static String said(AuditQuery query, List<AuditLine> lines) {
        return lines.size() + " entries, " + query.from() + " to " + query.to()
                + query.actor().map(actor -> ", of " + actor).orElse("")
                + query.about().map(about -> ", about " + about).orElse("");
    }

    private static void row(CsvFile file, AuditLine line) {
        AuditEvent event = line.entry().event();
        file.line(
                line.entry().number(),
                event.at(),
                event.actor(),
                event.action(),
                event.examId().map(Object::toString).orElse(""),
                line.caseNumber().isPresent() ? line.caseNumber().getAsLong() : "",
                event.detail(),
                line.entry().hash());
    }

    private List<AuditLine> find(AuditQuery query, int most) {
        return parts.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).find(query, most));
    }

    private static JsonObject json(AuditLine line) {
        AuditEvent event = line.entry().event();
        var json = new JsonObject()
                .put("number", line.entry().number())
                .put("at", event.at().toString())
                .put("actor", event.actor())
                .put("action", event.action().name())
                .put("detail", event.detail());
        event.examId().ifPresent(exam -> json.put("examId", exam.toString()).put("examCode", ExamCode.of(exam)));
        line.caseNumber().ifPresent(number -> json.put("caseNumber", number));
        return json;
    }

    private static void asked(RoutingContext context, Consumer<AuditQuery> then) {
        AuditQuery query;
        try {
            Span span = Span.of(context, LONGEST_SPAN);
            query = new AuditQuery(
                    given(context, "actor"),
                    given(context, "about"),
                    span.from(),
                    span.to(),
                    given(context, "before")
                            .filter(number -> number.matches("\\d{1,18}"))
                            .map(Long::parseLong)
                            .orElse(Long.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        then.accept(query);
    }

    private static Optional<String> given(RoutingContext context, String name) {
        return context.queryParam(name).stream().findFirst();
    }
}
