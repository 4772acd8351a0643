package org.ecgnet.hub.console.paging;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.drill.Drill;
import org.ecgnet.hub.drill.DrillDesk;
import org.ecgnet.hub.drill.DrillOrder;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.SiteRepository;

/** Exercises: start one, and see how the last ones went. */
public final class DrillRoutes implements Routes {

    private static final int MOST = 20;

    private final RouteParts parts;
    private final DrillDesk desk;
    private final ClinicDirectory clinics;

    public DrillRoutes(RouteParts parts, DrillDesk desk, ClinicDirectory clinics) {
        this.parts = parts;
        this.desk = desk;
        this.clinics = clinics;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/drills").handler(context -> parts.gate().enter(context, Right.READ_EXAMS, this::show));
        router.post("/api/drills").handler(context -> parts.gate().enter(context, Right.HANDLE_CASES, this::start));
    }

    private void show(RoutingContext context, Account account) {
        parts.workers().run(context, () -> described(account), answer -> Answers.json(context, answer));
    }

    private JsonObject described(Account account) {
        var sites = new JsonArray();
        parts.database()
                .inTransaction(transaction ->
                        transaction.repository(SiteRepository.class).all(Scope.COUNTY))
                .forEach(site -> sites.add(new JsonObject()
                        .put("code", site.code().value())
                        .put("name", clinics.find(site.code()).name())));
        var drills = new JsonArray();
        desk.latest(MOST).forEach(started -> drills.add(drill(started.drill(), started.known())));
        return new JsonObject()
                .put("mayStart", account.may(Right.HANDLE_CASES))
                .put("sites", sites)
                .put("drills", drills);
    }

    private JsonObject drill(Drill drill, CriticalCase known) {
        var json = new JsonObject()
                .put("caseId", drill.caseId().toString())
                .put("examId", drill.examId().toString())
                .put("number", known.number())
                .put("site", clinics.find(known.site()).name())
                .put("rule", known.leadingRule().rule())
                .put("text", drill.note())
                .put("startedBy", drill.startedBy())
                .put("startedAt", drill.startedAt().toString())
                .put("endsAt", drill.endsAt().toString())
                .put("open", known.open());
        known.handling().acknowledged().ifPresent(signed -> json.put("readBack", signed(signed)));
        known.closed().ifPresent(signed -> json.put("ended", signed(signed)));
        return json;
    }

    private static JsonObject signed(Signed signed) {
        return new JsonObject().put("by", signed.by()).put("at", signed.at().toString());
    }

    private void start(RoutingContext context, Account account) {
        DrillOrder order;
        try {
            JsonObject body = Requests.body(context)
                    .orElseThrow(() -> new IllegalArgumentException("the body is no JSON object"));
            order = new DrillOrder(
                    new SiteCode(Requests.text(body, "site")),
                    Requests.text(body, "rule"),
                    Boolean.TRUE.equals(body.getValue("hard")),
                    Requests.text(body, "text"));
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        Instant now = parts.clock().instant();
        parts.workers()
                .run(
                        context,
                        () -> started(order, account, now),
                        drill -> Answers.json(
                                context,
                                new JsonObject()
                                        .put("caseId", drill.caseId().toString())
                                        .put("examId", drill.examId().toString())
                                        .put("endsAt", drill.endsAt().toString())));
    }

    private Drill started(DrillOrder order, Account account, Instant now) {
        Drill drill = desk.start(order, Gate.person(account), now);
        parts.database().transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        now,
                        account.name(),
                        AuditAction.DRILL_STARTED,
                        Optional.of(drill.examId()),
                        Optional.of(drill.caseId()),
                        order.rule() + " at " + order.site().value())));
        return drill;
    }
}
