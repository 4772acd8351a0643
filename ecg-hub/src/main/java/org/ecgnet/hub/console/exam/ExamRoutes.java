package org.ecgnet.hub.console.exam;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Recording;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.fiducial.HandRepository;
import org.ecgnet.hub.fiducial.Remeasured;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportView;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/** One exam: the patient, what was found, the samples. Whoever is shown any of it is in the audit. */
public final class ExamRoutes implements Routes {

    /** Looking again within this time is the same looking: an open page asks at every event. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(10);

    /** A request for the samples that somebody is likely to open next, before anybody has; of no account elsewhere. */
    private static final String AHEAD = "X-Ahead";

    private final Gate gate;
    private final Database database;
    private final Workers workers;
    private final Clock clock;
    private final ReportPolicy reports;

    /** @param reports says what a reader is shown before he has written his own */
    public ExamRoutes(RouteParts parts, ReportPolicy reports) {
        this.reports = reports;
        this.gate = parts.gate();
        this.database = parts.database();
        this.workers = parts.workers();
        this.clock = parts.clock();
    }

    @Override
    public void mount(Router router) {
        router.get("/api/exams/:id")
                .handler(context -> show(context, opened -> Optional.of(ExamJson.of(opened)), Answers::json));
        router.get("/api/exams/:id/waveform").handler(context -> {
            boolean ahead = context.request().getHeader(AHEAD) != null;
            AuditAction looking = ahead ? AuditAction.EXAM_FETCHED_AHEAD : AuditAction.EXAM_OPENED;
            show(context, looking, ExamRoutes::waveform, ExamRoutes::send);
        });
        router.get("/api/exams/:id/median").handler(context -> show(context, ExamRoutes::median, Answers::json));
        router.get("/api/exams/:id/earlier")
                .handler(context -> show(context, opened -> Optional.of(EarlierJson.of(opened)), Answers::json));
        router.get("/api/exams/:id/live").handler(context -> {
            int from = from(context);
            show(context, opened -> Optional.of(since(opened, from)), ExamRoutes::send);
        });
    }

    private <T> void show(
            RoutingContext context, Function<Opened, Optional<T>> making, BiConsumer<RoutingContext, T> sending) {
        show(context, AuditAction.EXAM_OPENED, making, sending);
    }

    /** Makes the answer in one transaction on a worker, after the line in the audit, and sends it; 404 when empty. */
    private <T> void show(
            RoutingContext context,
            AuditAction looking,
            Function<Opened, Optional<T>> making,
            BiConsumer<RoutingContext, T> sending) {
        gate.exam(context, (entered, account) -> {
            Optional<ExamId> id = Requests.examId(entered);
            if (id.isEmpty()) {
                Answers.refuse(entered, 404, "no such exam");
                return;
            }
            workers.run(
                    entered,
                    () -> {
                        audit(id.get(), account, looking);
                        return database.inTransaction(transaction ->
                                open(transaction, id.get(), account).flatMap(making));
                    },
                    made -> {
                        if (made.isPresent()) {
                            sending.accept(entered, made.get());
                        } else {
                            Answers.refuse(entered, 404, "no such exam");
                        }
                    });
        });
    }

    private Optional<Opened> open(Transaction transaction, ExamId id, Account account) {
        Optional<Exam> exam = transaction.repository(ExamRepository.class).find(id);
        return exam.map(found -> new Opened(
                transaction, found, account.scope(), ReportView.withheld(transaction, id, account.name(), reports)));
    }

    /** Before anything is told. A page asks for the exam and its samples at once: the exam's lock makes that one look. */
    private void audit(ExamId id, Account account, AuditAction action) {
        Instant now = clock.instant();
        database.transact(transaction -> {
            var audit = transaction.repository(AuditRepository.class);
            if (audit.happened(account.name(), action, id, now.minus(ONE_LOOK))) {
                return;
            }
            transaction.repository(ExamRepository.class).lock(id);
            if (!audit.happened(account.name(), action, id, now.minus(ONE_LOOK))) {
                audit.append(new AuditEvent(now, account.name(), action, Optional.of(id), Optional.empty(), ""));
            }
        });
    }

    private static Optional<Buffer> waveform(Opened opened) {
        return Optional.of(since(opened, 0));
    }

    /** Empty while there is no sample. */
    private static Optional<JsonObject> median(Opened opened) {
        return opened.transaction()
                .repository(ExamRepository.class)
                .recording(opened.exam().id())
                .map(recording -> {
                    JsonObject json = MedianJson.of(Remeasured.of(opened.exam(), recording));
                    opened.transaction()
                            .repository(HandRepository.class)
                            .latest(opened.exam().id())
                            .ifPresent(hand -> json.put("byHand", HandJson.of(hand)));
                    return json;
                });
    }

    /** The samples from one on; an empty body with the exam's leads when there are none. */
    private static Buffer since(Opened opened, int from) {
        Exam exam = opened.exam();
        Optional<Recording> recording =
                opened.transaction().repository(ExamRepository.class).recording(exam.id());
        if (recording.isEmpty() || recording.get().waveform().length() <= from) {
            return WaveformBody.empty(exam.rate(), exam.leads(), exam.scales());
        }
        Recording whole = recording.get();
        int length = whole.waveform().length();
        return from == 0
                ? WaveformBody.of(whole.waveform(), 0, whole.marks())
                : WaveformBody.of(
                        whole.waveform().between(from, length),
                        from,
                        whole.marks().between(from, length));
    }

    private static void send(RoutingContext context, Buffer body) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.ecgnet.waveform")
                .end(body);
    }

    private static int from(RoutingContext context) {
        List<String> given = context.queryParam("from");
        return given.isEmpty() || !given.get(0).matches("\\d{1,9}") ? 0 : Integer.parseInt(given.get(0));
    }

    /**
     * An exam that somebody is shown, with the transaction it is read in.
     *
     * @param scope what else this reader may be shown
     * @param withheld this reader does not see yet what the machine said
     */
    public record Opened(Transaction transaction, Exam exam, Scope scope, boolean withheld) {}
}
