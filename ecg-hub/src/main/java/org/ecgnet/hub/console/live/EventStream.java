package org.ecgnet.hub.console.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.identity.SessionToken;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.site.ScopeRepository;
import org.ecgnet.hub.store.Database;

/**
 * Pushes every event to every open console, the moment it is committed. Only ids travel, and the colours that sound; the
 * page fetches the rest by routes that check rights. Site staff hear of their own clinics only, as these are at that
 * moment, and are never asked whether they are there: no clinic stands in for a reader. A console that does not read fast enough is dropped: it comes back and looks
 * anew. A stream ends with its session.
 */
public final class EventStream implements AutoCloseable {

    private static final long HEARTBEAT_MILLIS = 15_000;

    private final Gate gate;
    private final Database database;
    private final Vertx vertx;
    private final SignIn signIn;
    private final Workers workers;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final HubEvents.Subscription subscription;
    private final long timer;

    public EventStream(RouteParts parts, Vertx vertx, HubEvents events, SignIn signIn) {
        this.gate = parts.gate();
        this.database = parts.database();
        this.vertx = vertx;
        this.signIn = signIn;
        this.workers = parts.workers();
        this.clock = parts.clock();
        this.subscription = events.subscribe(this::push);
        this.timer = vertx.setPeriodic(HEARTBEAT_MILLIS, now -> listeners.forEach(this::stillIn));
    }

    public void mount(Router router) {
        router.get("/api/events").handler(context -> gate.anybody(context, this::open));
    }

    private void open(RoutingContext context, Account account) {
        SessionToken token = Gate.token(context).orElseThrow();
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                // Named, so that the server's compression leaves the stream alone and each event leaves at once.
                .putHeader(HttpHeaders.CONTENT_ENCODING, "identity");
        var listener = new Listener(
                Objects.requireNonNull(Vertx.currentContext()),
                context,
                response,
                token,
                account.name(),
                account.may(Right.READ_EXAMS),
                account.may(Right.READ_OWN_SITE));
        response.closeHandler(closed -> listeners.remove(listener));
        response.exceptionHandler(failure -> listeners.remove(listener));
        // First, so that nothing is missed between what the page looks up on connecting and its first event.
        listeners.add(listener);
        response.write("retry: 1000\n\n");
    }

    private void push(HubEvent event) {
        if (event instanceof HubEvent.AccountChanged changed) {
            listeners.stream()
                    .filter(listener -> listener.account().equals(changed.account()))
                    .forEach(listener -> listener.context().runOnContext(now -> end(listener)));
            return; // they come back and look anew
        }
        String text = "event: " + name(event) + "\ndata: " + new JsonObject(data(event)).encode() + "\n\n";
        boolean ofExams = !(event instanceof HubEvent.CaseChanged);
        listeners.stream()
                .filter(listener -> !listener.ofClinics())
                .filter(listener -> listener.readsExams() || !ofExams)
                .forEach(listener -> listener.context().runOnContext(now -> write(listener, text)));
        List<Listener> clinics = listeners.stream().filter(Listener::ofClinics).toList();
        if (!clinics.isEmpty()) {
            vertx.executeBlocking(() -> staff(event), false)
                    .onSuccess(staff -> clinics.stream()
                            .filter(listener -> staff.contains(listener.account()))
                            .forEach(listener -> listener.context().runOnContext(now -> write(listener, text))))
                    .onFailure(failure -> clinics.forEach(this::end)); // they come back and look anew
        }
    }

    /** Accounts of the clinic that it concerns, as they are now. None for what is not told to clinics at all. */
    private Set<String> staff(HubEvent event) {
        return database.inTransaction(transaction -> {
            var scopes = transaction.repository(ScopeRepository.class);
            return site(event, scopes).map(scopes::staffOf).orElse(Set.of());
        });
    }

    /** Most events name an exam and not its site. */
    private static Optional<SiteCode> site(HubEvent event, ScopeRepository scopes) {
        if (event instanceof HubEvent.SiteChanged changed) {
            return Optional.of(changed.site());
        } else if (event instanceof HubEvent.CaseChanged changed) {
            return scopes.siteOfCase(changed.caseId());
        }
        return exam(event).flatMap(scopes::siteOf);
    }

    private static Optional<ExamId> exam(HubEvent event) {
        return Optional.ofNullable(data(event).get("examId")).map(id -> ExamId.parse(id.toString()));
    }

    private void write(Listener listener, String text) {
        if (listener.response().writeQueueFull()) {
            end(listener);
        } else if (!listener.response().ended()) {
            listener.response().write(text);
        }
    }

    private void stillIn(Listener listener) {
        listener.context()
                .runOnContext(now -> workers.run(
                        listener.request(), () -> signIn.whose(listener.token(), false, clock.instant()), account -> {
                            if (account.isPresent()) {
                                write(listener, ":\n\n");
                            } else {
                                end(listener);
                            }
                        }));
    }

    private void end(Listener listener) {
        listeners.remove(listener);
        if (!listener.response().ended()) {
            listener.response().end();
        }
    }

    private static String name(HubEvent event) {
        if (event instanceof HubEvent.ExamStarted) {
            return "exam-started";
        } else if (event instanceof HubEvent.ChunkStored) {
            return "chunk";
        } else if (event instanceof HubEvent.ExamCompleted) {
            return "exam-completed";
        } else if (event instanceof HubEvent.ReadingMade) {
            return "reading";
        } else if (event instanceof HubEvent.CaseChanged) {
            return "case";
        } else if (event instanceof HubEvent.ReportSigned) {
            return "report";
        } else if (event instanceof HubEvent.MarksMoved) {
            return "marks";
        } else if (event instanceof HubEvent.ClinicConfirmed) {
            return "clinic";
        } else if (event instanceof HubEvent.ConsolesAsked) {
            return "duty";
        } else if (event instanceof HubEvent.WorklistChanged) {
            return "worklist";
        }
        return "site";
    }

    private static Map<String, Object> data(HubEvent event) {
        if (event instanceof HubEvent.ExamStarted started) {
            return Map.of("examId", started.examId().toString());
        } else if (event instanceof HubEvent.ChunkStored chunk) {
            return Map.of("examId", chunk.examId().toString(), "seq", chunk.seq());
        } else if (event instanceof HubEvent.ExamCompleted completed) {
            return Map.of("examId", completed.examId().toString());
        } else if (event instanceof HubEvent.ReadingMade made) {
            // No other level has a sound, and a reader who reads first is not to learn it here.
            boolean sounds = made.level() == TriageLevel.RED || made.level() == TriageLevel.YELLOW;
            String examId = made.examId().toString();
            return sounds ? Map.of("examId", examId, "level", made.level().name()) : Map.of("examId", examId);
        } else if (event instanceof HubEvent.CaseChanged changed) {
            return Map.of(
                    "examId",
                    changed.examId().toString(),
                    "caseId",
                    changed.caseId().toString());
        } else if (event instanceof HubEvent.ReportSigned signed) {
            return Map.of("examId", signed.examId().toString());
        } else if (event instanceof HubEvent.MarksMoved moved) {
            return Map.of("examId", moved.examId().toString());
        } else if (event instanceof HubEvent.ClinicConfirmed confirmed) {
            return Map.of("examId", confirmed.examId().toString());
        } else if (event instanceof HubEvent.WorklistChanged changed) {
            return Map.of("examId", changed.examId().toString());
        } else if (event instanceof HubEvent.SiteChanged site) {
            return Map.of("site", site.site().value());
        }
        return Map.of();
    }

    @Override
    public void close() {
        subscription.close();
        vertx.cancelTimer(timer);
    }

    /**
     * One open console.
     *
     * @param readsExams false for those who hear of cases only, such as 120's dispatcher
     * @param ofClinics hears of the own clinics' exams only
     */
    private record Listener(
            Context context,
            RoutingContext request,
            HttpServerResponse response,
            SessionToken token,
            String account,
            boolean readsExams,
            boolean ofClinics) {}
}
