package org.ecgnet.hub.console.dispatch;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.ecgnet.ecg.Recording;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.exam.WaveformBody;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.dispatch.DispatchDesk;
import org.ecgnet.hub.dispatch.DispatchRequest;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.dispatch.EcgLinks;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/**
 * What the link to the ECG opens: no login, so no more than sex and age, and every opening is in the audit. The token
 * comes in the header {@code Authorization: Bearer}; in the link it stands behind the {@code #}, so that no log on the way
 * keeps it.
 */
public final class EcgLinkRoutes implements Routes {

    private static final Duration ONE_LOOK = Duration.ofMinutes(10);
    private static final String ACTOR = "120 (link)";
    private static final String BEARER = "Bearer ";

    private final Database database;
    private final Workers workers;
    private final Clock clock;
    private final EcgLinks links;
    private final ClinicDirectory clinics;

    public EcgLinkRoutes(RouteParts parts, EcgLinks links, ClinicDirectory clinics) {
        this.database = parts.database();
        this.workers = parts.workers();
        this.clock = parts.clock();
        this.links = links;
        this.clinics = clinics;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/dispatch/ecg").handler(context -> open(context, this::described, Answers::json));
        router.get("/api/dispatch/ecg/waveform")
                .handler(context -> open(context, EcgLinkRoutes::waveform, EcgLinkRoutes::send));
    }

    private <T> void open(
            RoutingContext context, BiFunction<Transaction, Shown, T> making, BiConsumer<RoutingContext, T> sending) {
        Instant now = clock.instant();
        EcgLinks.Check check = links.check(token(context), now);
        if (check instanceof EcgLinks.Check.Expired expired) {
            refuse(context, 410, "EXPIRED", "the link has expired at " + expired.at() + ": telephone the ECG centre");
        } else if (check instanceof EcgLinks.Check.Good good) {
            workers.run(context, () -> made(good, now, making), made -> {
                if (made.isPresent()) {
                    sending.accept(context, made.get());
                } else {
                    refuse(context, 410, "CALLED_OFF", "the request was called off: the link opens nothing more");
                }
            });
        } else {
            refuse(context, 401, "FORGED", "the link is not of this centre, or was cut short: copy the whole of it");
        }
    }

    private <T> Optional<T> made(EcgLinks.Check.Good good, Instant now, BiFunction<Transaction, Shown, T> making) {
        return database.inTransaction(transaction -> {
            Optional<DispatchRequest> found = DispatchDesk.find(transaction, good.dispatch())
                    .filter(request -> request.dispatch().state() != DispatchState.CANCELLED);
            found.ifPresent(request -> audit(transaction, request, now));
            return found.map(request -> making.apply(transaction, new Shown(request, good.expiresAt())));
        });
    }

    private static void audit(Transaction transaction, DispatchRequest request, Instant now) {
        var audit = transaction.repository(AuditRepository.class);
        var exam = request.exam().id();
        if (!audit.happened(ACTOR, AuditAction.ECG_LINK_OPENED, exam, now.minus(ONE_LOOK))) {
            audit.append(new AuditEvent(
                    now,
                    ACTOR,
                    AuditAction.ECG_LINK_OPENED,
                    Optional.of(exam),
                    Optional.of(request.known().id()),
                    "dispatch " + request.dispatch().id()));
        }
    }

    private JsonObject described(Transaction transaction, Shown shown) {
        Clinic clinic = clinics.find(shown.request().known().site());
        JsonObject json = DispatchJson.of(shown.request(), clinic, Optional.empty());
        json.remove("answers");
        json.remove("steps");
        return json.put("recordedAt", shown.request().exam().startedAt().toString())
                .put("expiresAt", shown.expiresAt().toString());
    }

    private static Buffer waveform(Transaction transaction, Shown shown) {
        Exam exam = shown.request().exam();
        Optional<Recording> recording =
                transaction.repository(ExamRepository.class).recording(exam.id());
        return recording
                .map(whole -> WaveformBody.of(whole.waveform(), 0, whole.marks()))
                .orElseGet(() -> WaveformBody.empty(exam.rate(), exam.leads(), exam.scales()));
    }

    private static void send(RoutingContext context, Buffer body) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.ecgnet.waveform")
                .end(body);
    }

    private static void refuse(RoutingContext context, int status, String code, String reason) {
        Answers.json(context, status, new JsonObject().put("code", code).put("reason", reason));
    }

    private static String token(RoutingContext context) {
        String header = Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.AUTHORIZATION), "");
        return header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }

    /** What is shown, and until when. */
    private record Shown(DispatchRequest request, Instant expiresAt) {}
}
