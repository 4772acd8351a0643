package org.ecgnet.hub.console.dispatch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.CaseRule;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.dispatch.DispatchRequest;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.dispatch.DispatchStep;
import org.ecgnet.hub.dispatch.WayThere;
import org.ecgnet.hub.roster.Clinic;

/** A dispatch for the browser. Of the patient no more than sex and age. What is absent is left out. */
final class DispatchJson {

    private DispatchJson() {}

    /** @param centre where ambulances start from */
    static JsonObject of(DispatchRequest request, Clinic clinic, Optional<Clinic.Position> centre) {
        CriticalCase known = request.known();
        return new JsonObject()
                .put("id", request.dispatch().id().toString())
                .put("case", known.number())
                .put("drill", known.drill())
                .put("severity", known.severity().name())
                .put("state", request.dispatch().state().name())
                .put("answers", answers(request))
                .put("requestedAt", request.steps().get(0).at().toString())
                .put(
                        "findings",
                        new JsonArray(known.rules().stream()
                                .map(DispatchJson::finding)
                                .toList()))
                .put("confirmedBy", confirmedBy(known))
                .put("patient", patient(request.exam().patient()))
                .put("site", site(clinic, centre))
                .put(
                        "steps",
                        new JsonArray(
                                request.steps().stream().map(DispatchJson::step).toList()));
    }

    private static JsonArray answers(DispatchRequest request) {
        return new JsonArray(Arrays.stream(DispatchState.values())
                .filter(next -> next.taken() || next == DispatchState.CANCELLED)
                .filter(request.dispatch().state()::mayBecome)
                .map(Enum::name)
                .toList());
    }

    private static JsonObject finding(CaseRule rule) {
        return new JsonObject()
                .put("rule", rule.rule())
                .put("hard", rule.hard())
                .put("chinese", rule.chinese())
                .put("english", rule.english());
    }

    private static JsonArray confirmedBy(CriticalCase known) {
        return new JsonArray(
                Stream.of(known.handling().acknowledged(), known.handling().confirmed())
                        .flatMap(Optional::stream)
                        .map(Signed::by)
                        .distinct()
                        .toList());
    }

    private static JsonObject patient(Patient patient) {
        var json = new JsonObject().put("sex", patient.sex().name());
        patient.ageYears().ifPresent(years -> json.put("ageYears", years));
        return json;
    }

    static JsonObject site(Clinic clinic, Optional<Clinic.Position> centre) {
        var json = new JsonObject()
                .put("code", clinic.code().value())
                .put("name", clinic.name())
                .put("address", clinic.address())
                .put("phone", clinic.phone());
        clinic.position().ifPresent(position -> {
            json.put("coordinates", WayThere.coordinates(position));
            centre.map(from -> WayThere.between(from, position))
                    .ifPresent(way -> json.put("kilometres", Math.round(way.kilometres() * 10) / 10.0)
                            .put("direction", way.direction()));
        });
        return json;
    }

    private static JsonObject step(DispatchStep step) {
        return new JsonObject()
                .put("state", step.state().name())
                .put("by", step.by())
                .put("at", step.at().toString())
                .put("note", step.note());
    }
}
