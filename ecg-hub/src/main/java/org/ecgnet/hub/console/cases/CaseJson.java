package org.ecgnet.hub.console.cases;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.ReadBackCheck;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.exam.Exam;

/** A critical case for the browser. What is absent is left out. */
public final class CaseJson {

    private CaseJson() {}

    /** @param exam the one that a read-back is held against */
    public static JsonObject of(CriticalCase known, Exam exam) {
        var json = brief(known)
                .put("severity", known.severity().name())
                .put("openedAt", known.openedAt().toString())
                .put("pagedAt", known.clock().pagedAt().toString())
                .put("identifiers", names(ReadBackCheck.usable(exam).stream().toList()))
                .put("answerable", answerable(known));
        known.handling().heldUntil().ifPresent(until -> json.put("heldUntil", until.toString()));
        signed(json, "accepted", known.handling().accepted());
        signed(json, "acknowledged", known.handling().acknowledged());
        signed(json, "disposed", known.handling().disposed());
        known.handling().disposition().ifPresent(what -> json.put("disposition", what.name()));
        signed(json, "clinicSaw", known.handling().clinicSaw());
        signed(json, "dispatchOrdered", known.dispatch().ordered());
        signed(json, "dispatchAccepted", known.dispatch().accepted());
        signed(json, "dispatchCancelled", known.dispatch().cancelled());
        signed(json, "closed", known.closed());
        return json;
    }

    /** Which case, of which exam, how far. */
    public static JsonObject brief(CriticalCase known) {
        return new JsonObject()
                .put("id", known.id().toString())
                .put("number", known.number())
                .put("examId", known.examId().toString())
                .put("state", state(known));
    }

    private static String state(CriticalCase known) {
        if (!known.open()) {
            return "CLOSED";
        }
        if (known.handling().disposed().isPresent()) {
            return "DISPOSED";
        }
        if (known.handling().acknowledged().isPresent()) {
            return "ACKNOWLEDGED";
        }
        return known.handling().accepted().isPresent() ? "ACCEPTED" : "PAGED";
    }

    private static JsonArray answerable(CriticalCase known) {
        List<String> rules = ReadBackCheck.answerable(known);
        return new JsonArray(known.rules().stream()
                .filter(rule -> rules.contains(rule.rule()))
                .map(rule -> new JsonObject()
                        .put("rule", rule.rule())
                        .put("chinese", rule.chinese())
                        .put("english", rule.english()))
                .toList());
    }

    private static JsonArray names(List<? extends Enum<?>> values) {
        return new JsonArray(values.stream().map(Enum::name).toList());
    }

    private static void signed(JsonObject json, String what, Optional<Signed> signed) {
        signed.ifPresent(
                who -> json.put(what + "By", who.by()).put(what + "At", who.at().toString()));
    }
}
