package org.ecgnet.hub.console.exam;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.fiducial.BeatMarks;
import org.ecgnet.hub.fiducial.Fiducial;
import org.ecgnet.hub.fiducial.HandAnswer;
import org.ecgnet.hub.fiducial.HandDesk;
import org.ecgnet.hub.fiducial.MarkRefusal;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;

/**
 * {@code POST /api/exams/:id/marks} with {@code {seen, marks: {qrsOn: sample, ...}}} keeps marks moved by hand; without
 * {@code marks} the engine's are in force again. 409 with a reason when a heart cannot beat so, or somebody was first.
 */
public final class MarkRoutes implements Routes {

    private final RouteParts parts;
    private final HandDesk desk;

    public MarkRoutes(RouteParts parts, HandDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/exams/:id/marks")
                .handler(context -> parts.gate().enter(context, Right.HANDLE_CASES, this::keep));
    }

    private void keep(RoutingContext context, Account account) {
        Optional<ExamId> id = Requests.examId(context);
        Optional<JsonObject> body = Requests.body(context);
        if (id.isEmpty() || body.isEmpty()) {
            Answers.refuse(context, id.isEmpty() ? 404 : 400, id.isEmpty() ? "no such exam" : "no JSON object");
            return;
        }
        int seen;
        Optional<BeatMarks> marks;
        try {
            seen = whole(body.get(), "seen");
            marks = marks(body.get());
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        parts.workers()
                .run(
                        context,
                        () -> desk.keep(
                                id.get(),
                                seen,
                                marks,
                                Gate.person(account),
                                parts.clock().instant()),
                        answer -> answer(context, answer));
    }

    private static void answer(RoutingContext context, HandAnswer answer) {
        if (answer instanceof HandAnswer.Kept kept) {
            Answers.json(context, HandJson.of(kept.measurement()));
        } else if (answer instanceof HandAnswer.Refused refused) {
            MarkRefusal why = refused.refusal();
            int status = why.reason() == MarkRefusal.Reason.NO_SUCH_EXAM ? 404 : 409;
            Answers.refuse(context, status, why.reason().name(), why.chinese(), why.english());
        }
    }

    private static Optional<BeatMarks> marks(JsonObject body) {
        Object given = body.getValue("marks");
        if (given == null) {
            return Optional.empty();
        }
        if (!(given instanceof JsonObject named)) {
            throw new IllegalArgumentException("marks: no object (expected: a sample for each mark)");
        }
        Map<Fiducial, Integer> samples = new EnumMap<>(Fiducial.class);
        for (String label : named.fieldNames()) {
            samples.put(fiducial(label), whole(named, label));
        }
        return Optional.of(new BeatMarks(samples));
    }

    private static Fiducial fiducial(String label) {
        return Arrays.stream(Fiducial.values())
                .filter(mark -> mark.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "marks: no such mark (expected: pOn, pOff, qrsOn, j, tPeak or tEnd)"));
    }

    private static int whole(JsonObject json, String key) {
        if (json.getValue(key) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(key + ": no whole number");
    }
}
