package org.ecgnet.edge.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.edge.capture.LiveFrame;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.uplink.HubState;
import org.jspecify.annotations.Nullable;

/** Writes what the page shows. Absent is {@code null}, a time is ISO-8601 in UTC. */
final class DeskJson {

    private DeskJson() {}

    static JsonObject state(DeskState state) {
        return new JsonObject()
                .put("site", state.site().value())
                .put("version", state.version())
                .put("now", state.now().toString())
                .put("unit", unit(state.unit()))
                .put("recording", state.recording().map(DeskJson::recording).orElse(null))
                .put("hub", hub(state.hub()))
                .put(
                        "queue",
                        new JsonObject()
                                .put("messages", state.backlog().messages())
                                .put("exams", state.backlog().exams())
                                .put("refused", state.backlog().refused())
                                .put("oldest", time(state.backlog().oldest())))
                .put(
                        "disk",
                        new JsonObject()
                                .put("room", state.disk().room().name())
                                .put("usedBytes", state.disk().usedBytes())
                                .put("limitBytes", state.disk().limitBytes())
                                .put("freeBytes", state.disk().freeBytes()))
                .put("alarm", state.alarm().map(DeskJson::alarm).orElse(null))
                .put("failure", state.failure().map(DeskJson::failure).orElse(null))
                .put("storeProblem", state.storeProblem().orElse(null));
    }

    private static JsonObject unit(DeskState.Unit unit) {
        return new JsonObject()
                .put("id", unit.id().value())
                .put("model", unit.model())
                .put("connected", unit.connected())
                .put("problem", unit.problem().orElse(null))
                .put("announced", unit.announced())
                .put(
                        "batteryPercent",
                        unit.batteryPercent().isPresent()
                                ? unit.batteryPercent().getAsInt()
                                : null)
                .put("leadsOff", labels(unit.leadsOff()));
    }

    private static JsonObject recording(DeskState.RecordingNow recording) {
        return new JsonObject()
                .put("examId", recording.examId().toString())
                .put("seconds", recording.seconds())
                .put("samples", recording.samples())
                .put("hertz", recording.hertz());
    }

    private static JsonObject hub(HubState hub) {
        return new JsonObject()
                .put("connected", hub.connected())
                .put("since", hub.since().toString())
                .put("problem", hub.problem().orElse(null))
                .put("receiptAt", time(hub.receiptAt()))
                .put(
                        "clockAheadMillis",
                        hub.clockAhead().map(Duration::toMillis).orElse(null));
    }

    private static JsonObject alarm(DeskState.Alarm alarm) {
        return new JsonObject()
                .put("examId", alarm.examId().toString())
                .put("since", alarm.since().toString())
                .put("lines", ExamJson.lines(alarm.lines()));
    }

    private static JsonObject failure(DeskState.Failure failure) {
        return new JsonObject()
                .put("examId", failure.examId().toString())
                .put("at", failure.at().toString())
                .put("why", failure.why().name());
    }

    static JsonObject settings(PageSettings settings) {
        return new JsonObject()
                .put("seconds", settings.seconds())
                .put("cardReader", settings.cardReader())
                .put("clinicPhone", settings.clinicPhone())
                .put("centrePhone", settings.centrePhone())
                .put("protocol", ProtocolJson.of(settings.protocol()));
    }

    static JsonObject live(LiveFrame frame) {
        JsonArray microvolts = new JsonArray();
        for (int[] lead : frame.microvolts()) {
            JsonArray samples = new JsonArray();
            for (int value : lead) {
                samples.add(value);
            }
            microvolts.add(samples);
        }
        return new JsonObject()
                .put("hertz", frame.hertz())
                .put("leads", labels(frame.leads()))
                .put("off", labels(frame.leadsOff()))
                .put("gap", frame.gap())
                .put("microvolts", microvolts);
    }

    static JsonObject contact(Contact contact) {
        JsonArray lights = new JsonArray();
        contact.lights()
                .forEach(light -> lights.add(new JsonObject()
                        .put("lead", light.lead().label())
                        .put("colour", light.colour().name())
                        .put("trouble", light.trouble().map(Enum::name).orElse(null))));
        JsonArray on = new JsonArray();
        contact.on().stream().sorted().map(Enum::name).forEach(on::add);
        return new JsonObject().put("lights", lights).put("on", on).put("ready", contact.ready());
    }

    private static JsonArray labels(Collection<Lead> leads) {
        JsonArray labels = new JsonArray();
        leads.stream().sorted().map(Lead::label).forEach(labels::add);
        return labels;
    }

    static @Nullable String time(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }
}
