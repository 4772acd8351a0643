package org.ecgnet.hub.console.register;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Span;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.paper.FontShelf;
import org.ecgnet.hub.paper.PaperException;
import org.ecgnet.hub.register.RegisterColumn;
import org.ecgnet.hub.register.RegisterCsv;
import org.ecgnet.hub.register.RegisterDesk;
import org.ecgnet.hub.register.RegisterLanguage;
import org.ecgnet.hub.register.RegisterLine;
import org.ecgnet.hub.register.RegisterPdf;
import org.ecgnet.hub.register.RegisterXlsx;

/** The register as a file: CSV, XLSX or PDF; masked unless somebody who handles cases asks for names. */
public final class RegisterFiles implements Routes {

    private final RouteParts parts;
    private final RegisterDesk desk;
    private final String county;
    private final FontShelf fonts;

    /** @param county as the head of the paper names it */
    public RegisterFiles(RouteParts parts, RegisterDesk desk, String county, FontShelf fonts) {
        this.parts = parts;
        this.desk = desk;
        this.county = county;
        this.fonts = fonts;
    }

    private enum Form {
        CSV("text/csv; charset=utf-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PDF("application/pdf");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void mount(Router router) {
        for (Form form : Form.values()) {
            router.get("/api/register-" + form.ending()).handler(context -> parts.gate()
                    .exams(context, (entered, account) -> make(entered, account, form)));
        }
    }

    private void make(RoutingContext context, Account account, Form form) {
        Span span;
        try {
            span = Span.of(context, RegisterRoutes.LONGEST_SPAN);
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        boolean names = context.queryParam("names").contains("1");
        if (names && !account.may(Right.HANDLE_CASES)) {
            Answers.refuse(context, 403, "names need the right " + Right.HANDLE_CASES);
        } else {
            parts.workers()
                    .run(context, () -> file(span, account, form, names, RegisterRoutes.language(context)), file -> {
                        if (file.bytes().isPresent()) {
                            Answers.file(
                                    context,
                                    form.type,
                                    "critical-values." + form.ending(),
                                    file.bytes().get());
                        } else {
                            Answers.refuse(context, 503, file.problem());
                        }
                    });
        }
    }

    private Made file(Span span, Account account, Form form, boolean names, RegisterLanguage language) {
        Instant now = parts.clock().instant();
        List<RegisterLine> lines = desk.export(
                account.scope(),
                span.from(),
                span.to(),
                account.name(),
                form + (names ? " with names" : " masked"),
                now);
        List<Map<RegisterColumn, String>> rows = lines.stream()
                .map(line -> names ? line.values(desk.zone(), language) : line.masked(desk.zone(), language))
                .toList();
        try {
            byte[] bytes =
                    switch (form) {
                        case CSV -> RegisterCsv.write(rows);
                        case XLSX -> RegisterXlsx.write(rows);
                        case PDF ->
                            RegisterPdf.write(
                                    rows, county, account.displayName(), now, desk.zone(), language, fonts.fonts());
                    };
            return new Made(Optional.of(bytes), "");
        } catch (PaperException e) {
            return new Made(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** @param bytes empty when the file cannot be made */
    private record Made(Optional<byte[]> bytes, String problem) {}
}
