package org.ecgnet.hub.console.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.report.FirstImpression;
import org.ecgnet.hub.report.ReportAnswer;
import org.ecgnet.hub.report.ReportDesk;
import org.ecgnet.hub.report.ReportRefusal;
import org.ecgnet.hub.report.ReportView;
import org.ecgnet.hub.report.Signer;

/** What readers do at the desk of {@code hub.report}. */
public final class ReportRoutes implements Routes {

    private static final int MOST_FAVOURITES = 40;

    private final RouteParts parts;
    private final ReportDesk desk;

    public ReportRoutes(RouteParts parts, ReportDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/report/phrases").handler(context -> parts.gate().exams(context, this::phrases));
        router.post("/api/report/favourites")
                .handler(context -> parts.gate().enter(context, Right.HANDLE_CASES, this::favourites));
        router.get("/api/exams/:id/report").handler(context -> parts.gate().exam(context, this::show));
        post(router, "draft", (id, account, body, context) -> {
            desk.keepDraft(id, account.name(), base(body), OverreadBody.read(body, desk.phrases()), now());
            return new Done.Nothing();
        });
        post(router, "first", (id, account, body, context) -> {
            desk.commitFirst(id, account.name(), first(body));
            return new Done.Nothing();
        });
        post(router, "look", (id, account, body, context) -> {
            desk.look(id, OverreadBody.whole(body, "version"), account.name(), now());
            return new Done.Nothing();
        });
        post(
                router,
                "sign",
                (id, account, body, context) -> new Done.Answered(desk.sign(
                        id,
                        signer(context, account, body),
                        base(body),
                        OverreadBody.read(body, desk.phrases()),
                        now())));
        post(
                router,
                "second",
                (id, account, body, context) -> new Done.Answered(desk.signSecond(
                        id,
                        signer(context, account, body),
                        OverreadBody.whole(body, "version"),
                        Requests.choice(TriageLevel.class, body, "level"),
                        now())));
    }

    private void post(Router router, String step, Action action) {
        router.post("/api/exams/:id/report/" + step).handler(context -> parts.gate()
                .enter(context, Right.HANDLE_CASES, (entered, account) -> act(entered, account, action)));
    }

    private void act(RoutingContext context, Account account, Action action) {
        Optional<ExamId> id = Requests.examId(context);
        Optional<JsonObject> body = Requests.body(context);
        if (id.isEmpty() || body.isEmpty()) {
            Answers.refuse(context, id.isEmpty() ? 404 : 400, id.isEmpty() ? "no such exam" : "no JSON object");
            return;
        }
        parts.workers().run(context, () -> attempt(id.get(), account, body.get(), context, action), done -> {
            if (done instanceof Done.Unclear unclear) {
                Answers.refuse(context, 400, unclear.reason());
            } else if (done instanceof Done.Answered answered) {
                answer(context, answered.answer());
            } else {
                Answers.nothing(context);
            }
        });
    }

    private static Done attempt(ExamId id, Account account, JsonObject body, RoutingContext context, Action action) {
        try {
            return action.at(id, account, body, context);
        } catch (IllegalArgumentException | ClassCastException e) {
            return new Done.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static void answer(RoutingContext context, ReportAnswer answer) {
        if (answer instanceof ReportAnswer.Signed signed) {
            Answers.json(context, ReportJson.version(signed.report()));
        } else if (answer instanceof ReportAnswer.Refused refused) {
            ReportRefusal refusal = refused.refusal();
            int status = refusal.reason() == ReportRefusal.Reason.NO_SUCH_EXAM ? 404 : 409;
            Answers.refuse(
                    context, status, refusal.reason().name(), refusal.reason().chinese(), refusal.detail());
        }
    }

    private void show(RoutingContext context, Account account) {
        Optional<ExamId> id = Requests.examId(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such exam");
            return;
        }
        parts.workers().run(context, () -> desk.view(id.get(), account.name()), (Optional<ReportView> view) -> {
            if (view.isPresent()) {
                Answers.json(context, ReportJson.view(view.get()));
            } else {
                Answers.refuse(context, 404, "no such exam");
            }
        });
    }

    private void phrases(RoutingContext context, Account account) {
        parts.workers()
                .run(
                        context,
                        () -> desk.favourites(account.name()),
                        favourites -> Answers.json(context, ReportJson.phrases(desk.phrases(), favourites)));
    }

    private void favourites(RoutingContext context, Account account) {
        JsonArray codes = Requests.body(context).orElseGet(JsonObject::new).getJsonArray("codes", new JsonArray());
        List<String> kept =
                codes.stream().limit(MOST_FAVOURITES).map(String::valueOf).collect(Collectors.toList());
        parts.workers()
                .run(
                        context,
                        () -> {
                            desk.keepFavourites(account.name(), kept);
                            return Boolean.TRUE;
                        },
                        done -> Answers.nothing(context));
    }

    private FirstImpression first(JsonObject body) {
        List<String> codes = body.getJsonArray("codes", new JsonArray()).stream()
                .limit(MOST_FAVOURITES)
                .map(String::valueOf)
                .toList();
        return new FirstImpression(
                Requests.choice(TriageLevel.class, body, "level"), codes, Requests.text(body, "words"), now());
    }

    private static Signer signer(RoutingContext context, Account account, JsonObject body) {
        String place = context.request().remoteAddress() == null
                ? ""
                : context.request().remoteAddress().hostAddress();
        return new Signer(account.name(), account.displayName(), Requests.text(body, "licence"), place);
    }

    private static int base(JsonObject body) {
        return OverreadBody.whole(body, "baseVersion");
    }

    private Instant now() {
        return parts.clock().instant();
    }

    /** Something that a reader does about an exam. */
    private interface Action {
        Done at(ExamId id, Account account, JsonObject body, RoutingContext context);
    }

    /** What came of it. */
    private sealed interface Done {
        record Nothing() implements Done {}

        record Answered(ReportAnswer answer) implements Done {}

        record Unclear(String reason) implements Done {}
    }
}
