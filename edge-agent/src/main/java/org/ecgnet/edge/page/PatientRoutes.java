package org.ecgnet.edge.page;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ecgnet.edge.patient.CardReading;
import org.ecgnet.edge.patient.IdentityCheck;
import org.ecgnet.edge.patient.IdentityNumber;

/**
 * Who the patient is: {@code POST /api/identity} checks a number, {@code POST /api/card} reads the card on the reader or
 * looks a scanned code up. What identifies a patient travels in bodies, never in addresses.
 */
final class PatientRoutes {

    private final Desk desk;
    private final PageCalls calls;

    PatientRoutes(Desk desk, PageCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    void mount(Router router) {
        router.post("/api/identity").handler(this::check);
        router.post("/api/card").handler(this::readCard);
    }

    private void check(RoutingContext call) {
        String number = RequestJson.text(PageCalls.body(call), "number");
        PageCalls.json(call, json(number));
    }

    private JsonObject json(String number) {
        IdentityCheck check = IdentityNumber.check(number, LocalDate.now(ZoneId.systemDefault()));
        if (check instanceof IdentityCheck.Right right) {
            return new JsonObject()
                    .put("valid", true)
                    .put("number", right.number())
                    .put("sex", right.sex().name())
                    .put("born", right.born().toString())
                    .put("ageYears", right.ageYears());
        }
        String problem =
                check instanceof IdentityCheck.Wrong wrong ? wrong.problem().name() : "";
        return new JsonObject().put("valid", false).put("problem", problem);
    }

    private void readCard(RoutingContext call) {
        String code = RequestJson.text(PageCalls.body(call), "code");
        calls.later(call, () -> desk.readCard(code), reading -> {
            if (reading instanceof CardReading.Read read) {
                PageCalls.json(call, card(read));
            } else if (reading instanceof CardReading.Failed failed) {
                PageCalls.error(call, PageCalls.CONFLICT, failed.why().name(), failed.words());
            }
        });
    }

    /** The number that is a right one says sex and birth date better than the card's other fields. */
    private JsonObject card(CardReading.Read read) {
        String number = read.card().number().orElse("");
        return json(number)
                .put("name", read.card().name().orElse(""))
                .put("cardNumber", number)
                .put("cardSex", read.card().sex().name());
    }
}
