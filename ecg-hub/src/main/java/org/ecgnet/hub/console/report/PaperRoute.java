package org.ecgnet.hub.console.report;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.paper.PaperException;
import org.ecgnet.hub.report.pdf.PaperLayout;
import org.ecgnet.hub.report.pdf.ReportPrinter;
import org.ecgnet.hub.report.pdf.ReportPrinter.Printed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The paper of an exam, as PDF. */
public final class PaperRoute implements Routes {

    private static final Logger LOGGER = LoggerFactory.getLogger(PaperRoute.class);
    private static final String LAYOUT_3X4 = "3x4";

    private final RouteParts parts;
    private final ReportPrinter printer;

    public PaperRoute(RouteParts parts, ReportPrinter printer) {
        this.parts = parts;
        this.printer = printer;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/exams/:id/paper").handler(context -> parts.gate().exam(context, this::print));
    }

    private void print(RoutingContext context, Account account) {
        Optional<ExamId> id = Requests.examId(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such exam");
            return;
        }
        parts.workers().run(context, () -> attempt(context, id.get(), account), outcome -> answer(context, outcome));
    }

    private Outcome attempt(RoutingContext context, ExamId id, Account account) {
        try {
            Printed printed = printer.print(
                    id,
                    number(context, "version"),
                    layout(context),
                    number(context, "from").orElse(0),
                    account.name(),
                    parts.clock().instant());
            return new Outcome(Optional.of(printed), "", ExamCode.of(id));
        } catch (PaperException e) {
            LOGGER.warn("no paper of exam {}: {}", id, e.getMessage(), e);
            return new Outcome(Optional.empty(), String.valueOf(e.getMessage()), "");
        }
    }

    private static void answer(RoutingContext context, Outcome outcome) {
        if (outcome.printed().isEmpty()) {
            Answers.refuse(context, 503, outcome.problem());
        } else if (outcome.printed().get() instanceof Printed.File file) {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
                    .putHeader("Content-Disposition", "inline; filename=\"ecg-" + outcome.code() + ".pdf\"")
                    .end(Buffer.buffer(file.pdf()));
        } else if (outcome.printed().get() instanceof Printed.Withheld) {
            Answers.refuse(context, 409, "WITHHELD", "请先写下您的判读", "write your own reading first");
        } else {
            Answers.refuse(context, 404, "no such exam or version");
        }
    }

    /** As on its label; 3x4 with a rhythm strip when none of the others is asked for. */
    private static PaperLayout layout(RoutingContext context) {
        String wanted = context.queryParam("layout").stream().findFirst().orElse(LAYOUT_3X4);
        return Arrays.stream(PaperLayout.values())
                .filter(layout -> layout.label().equals(wanted))
                .findFirst()
                .orElse(PaperLayout.THREE_BY_FOUR_RHYTHM);
    }

    private static OptionalInt number(RoutingContext context, String name) {
        return context.queryParam(name).stream()
                .filter(given -> given.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    /** @param printed empty when no paper can be made at all */
    private record Outcome(Optional<Printed> printed, String problem, String code) {}
}
