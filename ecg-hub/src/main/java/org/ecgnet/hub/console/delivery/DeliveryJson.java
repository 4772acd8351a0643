package org.ecgnet.hub.console.delivery;

import io.vertx.core.json.JsonObject;
import org.ecgnet.hub.delivery.LoggedDelivery;
import org.ecgnet.hub.paging.run.Attempt;

/** A delivery for the browser. What is absent is left out. */
final class DeliveryJson {

    private DeliveryJson() {}

    static JsonObject of(LoggedDelivery delivery) {
        var json = new JsonObject()
                .put("id", delivery.id().toString())
                .put("drill", delivery.drill())
                .put("step", delivery.step())
                .put("channel", delivery.channel())
                .put("contact", delivery.contact())
                .put("state", delivery.state().name())
                .put("plannedAt", delivery.plannedAt().toString())
                .put("attempts", delivery.attempts());
        delivery.caseNumber().ifPresent(number -> json.put("case", number));
        delivery.lastAt().ifPresent(at -> json.put("lastAt", at.toString()));
        delivery.lastStatus().ifPresent(status -> json.put("lastStatus", status));
        delivery.lastOutcome().ifPresent(outcome -> json.put("lastOutcome", outcome));
        delivery.replayedAt().ifPresent(at -> json.put("replayedAt", at.toString()));
        return json;
    }

    static JsonObject attempt(Attempt attempt) {
        var json = new JsonObject()
                .put("number", attempt.number())
                .put("at", attempt.startedAt().toString())
                .put("latencyMillis", attempt.latency().toMillis())
                .put("outcome", attempt.outcome())
                .put("response", attempt.response());
        attempt.status().ifPresent(status -> json.put("status", status));
        return json;
    }
}
