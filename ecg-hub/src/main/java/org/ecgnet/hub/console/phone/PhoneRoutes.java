package org.ecgnet.hub.console.phone;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.critical.ClinicPhrase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.DeskAnswer;
import org.ecgnet.hub.critical.Refusal;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.Database;

/** Talking back to a clinic. */
public final class PhoneRoutes implements Routes {

    private final Gate gate;
    private final Database database;
    private final Workers workers;
    private final Clock clock;
    private final CriticalDesk desk;
    private final ClinicDirectory clinics;

    public PhoneRoutes(RouteParts parts, CriticalDesk desk, ClinicDirectory clinics) {
        this.gate = parts.gate();
        this.database = parts.database();
        this.workers = parts.workers();
        this.clock = parts.clock();
        this.desk = desk;
        this.clinics = clinics;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/clinics/:code").handler(context -> gate.enter(context, Right.READ_EXAMS, this::clinic));
        router.post("/api/cases/:id/tell").handler(context -> gate.enter(context, Right.HANDLE_CASES, this::tell));
    }

    private void clinic(RoutingContext context, Account account) {
        Clinic clinic;
        try {
            clinic = clinics.find(new SiteCode(context.pathParam("code")));
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 404, "no such clinic");
            return;
        }
        Answers.json(
                context,
                new JsonObject()
                        .put("code", clinic.code().value())
                        .put("name", clinic.name())
                        .put("phone", clinic.phone())
                        .put(
                                "phrases",
                                new JsonArray(Arrays.stream(ClinicPhrase.values())
                                        .map(phrase -> new JsonObject()
                                                .put("name", phrase.name())
                                                .put("chinese", phrase.chinese())
                                                .put("english", phrase.english()))
                                        .toList())));
    }

    private void tell(RoutingContext context, Account account) {
        Optional<UUID> id = Requests.id(context);
        Optional<JsonObject> body = Requests.body(context);
        if (id.isEmpty() || body.isEmpty()) {
            Answers.refuse(context, id.isEmpty() ? 404 : 400, id.isEmpty() ? "no such case" : "no JSON object");
            return;
        }
        workers.run(context, () -> told(id.get(), body.get(), account), done -> done.accept(context));
    }

    private Consumer<RoutingContext> told(UUID id, JsonObject body, Account account) {
        Instant now = clock.instant();
        ClinicPhrase phrase;
        try {
            phrase = Requests.choice(ClinicPhrase.class, body, "phrase");
        } catch (IllegalArgumentException e) {
            return context -> Answers.refuse(context, 400, String.valueOf(e.getMessage()));
        }
        DeskAnswer answer = desk.tell(id, Gate.person(account), phrase, now);
        if (answer instanceof DeskAnswer.Refused refused) {
            Refusal.Reason reason = refused.refusal().reason();
            return context -> Answers.refuse(
                    context,
                    reason == Refusal.Reason.NO_SUCH_CASE ? 404 : 409,
                    reason.name(),
                    reason.chinese(),
                    refused.refusal().detail());
        }
        database.transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        now,
                        account.name(),
                        AuditAction.CLINIC_TOLD,
                        Optional.empty(),
                        Optional.of(id),
                        phrase.name())));
        return context -> Answers.json(context, new JsonObject().put("phrase", phrase.name()));
    }
}
