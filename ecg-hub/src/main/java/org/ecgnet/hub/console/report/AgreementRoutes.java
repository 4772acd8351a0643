package org.ecgnet.hub.console.report;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Span;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.report.Agreement;
import org.ecgnet.hub.report.Kappa;
import org.ecgnet.hub.report.Phrase;
import org.ecgnet.hub.report.ReportDesk;

/**
 * How often readers agreed with the machine, by statement: {@code GET /api/report/agreement?from&to} and the same as CSV
 * at {@code /api/report/agreement-csv}. Counts, and kappa where it can be had; no patient is in it.
 */
public final class AgreementRoutes implements Routes {

    private static final Duration LONGEST_SPAN = Duration.ofDays(400);
    private static final String MARK = "\uFEFF"; // spreadsheets in Chinese take it for UTF-8 then
    private static final String HEAD = "代码 code,中文 Chinese,英文 English,接受 accepted,改写 edited,否定 rejected,医师补充 added,"
            + "均未提及 neither,kappa,95% 下限 low,95% 上限 high\r\n";

    private final RouteParts parts;
    private final ReportDesk desk;

    public AgreementRoutes(RouteParts parts, ReportDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/report/agreement").handler(context -> parts.gate()
                .exams(
                        context,
                        (entered, account) ->
                                answer(entered, account, (to, figures) -> Answers.json(to, json(figures)))));
        router.get("/api/report/agreement-csv").handler(context -> parts.gate()
                .exams(context, (entered, account) -> answer(entered, account, this::csv)));
    }

    private void answer(
            RoutingContext context, Account account, BiConsumer<RoutingContext, Agreement.Figures> sending) {
        Span span;
        try {
            span = Span.of(context, LONGEST_SPAN);
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        parts.workers()
                .run(
                        context,
                        () -> desk.agreement(account.scope(), span.from(), span.to()),
                        figures -> sending.accept(context, figures));
    }

    private JsonObject json(Agreement.Figures figures) {
        var codes = new JsonArray();
        for (Agreement.Count count : figures.counts()) {
            var json = new JsonObject()
                    .put("code", count.code())
                    .put("accepted", count.accepted())
                    .put("edited", count.edited())
                    .put("rejected", count.rejected())
                    .put("added", count.added())
                    .put("neither", figures.neither(count));
            phrase(count)
                    .ifPresent(known -> json.put("chinese", known.chinese()).put("english", known.english()));
            figures.kappa(count).ifPresent(kappa -> json.put("kappa", kappa.value())
                    .put("low", kappa.low())
                    .put("high", kappa.high()));
            codes.add(json);
        }
        return new JsonObject().put("reports", figures.reports()).put("codes", codes);
    }

    private void csv(RoutingContext context, Agreement.Figures figures) {
        var text = new StringBuilder(MARK).append(HEAD);
        for (Agreement.Count count : figures.counts()) {
            Optional<Phrase> known = phrase(count);
            Optional<Kappa> kappa = figures.kappa(count);
            text.append(quoted(count.code()))
                    .append(',')
                    .append(quoted(known.map(Phrase::chinese).orElse("")))
                    .append(',')
                    .append(quoted(known.map(Phrase::english).orElse("")))
                    .append(String.format(
                            Locale.ROOT,
                            ",%d,%d,%d,%d,%d,",
                            count.accepted(),
                            count.edited(),
                            count.rejected(),
                            count.added(),
                            figures.neither(count)))
                    .append(kappa.map(one ->
                                    String.format(Locale.ROOT, "%.3f,%.3f,%.3f", one.value(), one.low(), one.high()))
                            .orElse(",,"))
                    .append("\r\n");
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .putHeader("Content-Disposition", "attachment; filename=\"agreement.csv\"")
                .end(Buffer.buffer(text.toString()));
    }

    /** In quotes; a reader's own words could begin as a formula does, and get an apostrophe then. */
    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }

    private Optional<Phrase> phrase(Agreement.Count count) {
        return desk.phrases().find(count.code());
    }
}
