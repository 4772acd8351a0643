package org.ecgnet.edge.page;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.edge.store.ClinicDeed;

/**
 * Exams that were recorded: {@code GET /api/exams}, {@code GET /api/exams/ID}, {@code GET /api/exams/ID/strip}, {@code POST /api/exams/ID/confirm},
 * {@code /identify} and {@code /retry}, {@code POST /api/history}.
 */
final class ExamRoutes {

    private static final int MOST_FOUND = 60;

    private final Desk desk;
    private final PageCalls calls;

    ExamRoutes(Desk desk, PageCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    void mount(Router router) {
        router.get("/api/exams").handler(call -> calls.answer(call, this::exams));
        router.get("/api/exams/:id").handler(call -> PageCalls.withExam(call, this::show));
        router.get("/api/exams/:id/strip").handler(call -> PageCalls.withExam(call, this::strip));
        router.post("/api/exams/:id/confirm").handler(call -> PageCalls.withExam(call, this::confirm));
        router.post("/api/exams/:id/identify").handler(call -> PageCalls.withExam(call, this::identify));
        router.post("/api/exams/:id/retry").handler(call -> PageCalls.withExam(call, this::retry));
        router.post("/api/history").handler(this::history);
    }

    private JsonObject exams() {
        return new JsonObject().put("exams", ExamJson.exams(desk.exams(ExamJson.SHOWN_EXAMS)));
    }

    private void history(RoutingContext call) {
        HistoryQuery query = RequestJson.history(PageCalls.body(call));
        calls.answer(call, () -> new JsonObject().put("exams", ExamJson.exams(desk.search(query, MOST_FOUND))));
    }

    private void show(RoutingContext call, ExamId examId) {
        calls.later(
                call,
                () -> desk.exam(examId),
                exam -> exam.ifPresentOrElse(
                        found -> PageCalls.json(call, ExamJson.exam(found)),
                        () -> PageCalls.error(
                                call, PageCalls.NOT_FOUND, "NO_EXAM", "no exam of this id on this computer")));
    }

    private void strip(RoutingContext call, ExamId examId) {
        calls.later(
                call,
                () -> desk.strip(examId),
                strip -> strip.ifPresentOrElse(
                        found -> PageCalls.json(call, ExamJson.strip(found)),
                        () -> PageCalls.error(
                                call, PageCalls.NOT_FOUND, "NO_STRIP", "no samples of this exam on this computer")));
    }

    private void confirm(RoutingContext call, ExamId examId) {
        ClinicDeed deed = RequestJson.deed(PageCalls.body(call));
        stored(
                call,
                () -> desk.confirm(examId, deed),
                new JsonObject().put("confirmed", deed.action().name()));
    }

    private void identify(RoutingContext call, ExamId examId) {
        JsonObject body = PageCalls.body(call);
        Patient patient = RequestJson.patient(body);
        if (patient.name().isEmpty() && patient.identityNumber().isEmpty()) {
            throw new IllegalArgumentException("patient (expected: a name or an identity number)");
        }
        String by = RequestJson.text(body, "by");
        stored(call, () -> desk.identify(examId, patient, by), new JsonObject().put("identified", true));
    }

    private void stored(RoutingContext call, java.util.concurrent.Callable<Boolean> work, JsonObject answer) {
        calls.later(call, work, stored -> {
            if (stored) {
                PageCalls.json(call, answer);
            } else {
                PageCalls.error(call, PageCalls.CONFLICT, "NOT_ENDED", "no ended exam of this id on this computer");
            }
        });
    }

    private void retry(RoutingContext call, ExamId examId) {
        calls.answer(call, () -> {
            desk.retry(examId);
            return new JsonObject().put("retried", true);
        });
    }
}
