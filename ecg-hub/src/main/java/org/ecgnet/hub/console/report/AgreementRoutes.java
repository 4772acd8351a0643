package org.ecgnet.hub.console.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Span;
import org.ecgnet.hub.csv.CsvFile;
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
    private static final List<String> HEAD = List.of(
            "代码 code",
            "中文 Chinese",
            "英文 English",
            "接受 accepted",
            "改写 edited",
            "否定 rejected",
            "医师补充 added",
            "均未提及 neither",
            "kappa",
            "95% 下限 low",
            "95% 上限 high");

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
        var file = new CsvFile();
        file.line(HEAD.toArray());
        for (Agreement.Count count : figures.counts()) {
            Optional<Phrase> known = phrase(count);
            Optional<Kappa> kappa = figures.kappa(count);
            file.line(
                    count.code(),
                    known.map(Phrase::chinese).orElse(""),
                    known.map(Phrase::english).orElse(""),
                    count.accepted(),
                    count.edited(),
                    count.rejected(),
                    count.added(),
                    figures.neither(count),
                    rounded(kappa.map(Kappa::value)),
                    rounded(kappa.map(Kappa::low)),
                    rounded(kappa.map(Kappa::high)));
        }
        Answers.file(context, "text/csv; charset=utf-8", "agreement.csv", file.bytes());
    }

    /** A number, or an empty text. */
    private static Object rounded(Optional<Double> value) {
        return value.<Object>map(number -> BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP))
                .orElse("");
    }

    private Optional<Phrase> phrase(Agreement.Count count) {
        return desk.phrases().find(count.code());
    }
}
