package org.ecgnet.edge.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.edge.capture.LiveFrame;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.electrode.PlacementDoubt;
import org.ecgnet.edge.page.DeskState.UnitLine;
import org.ecgnet.edge.serial.PortFinding;
import org.ecgnet.edge.uplink.HubState;
import org.ecgnet.protocol.device.Claim;
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
                .put("cutShort", state.cutShort().map(ExamId::toString).orElse(null))
                .put("storeProblem", state.storeProblem().orElse(null));
    }

    private static JsonObject unit(DeskState.Unit unit) {
        return new JsonObject()
                .put("id", unit.id().value())
                .put("model", unit.model())
                .put("connected", unit.connected())
                .put("auto", unit.line().auto())
                .put("port", unit.line() instanceof UnitLine.Open open ? open.port() : null)
                .put("looked", unit.line() instanceof UnitLine.Down down ? looked(down.looked()) : new JsonArray())
                .put("announced", unit.announced())
                .put(
                        "batteryPercent",
                        unit.batteryPercent().isPresent()
                                ? unit.batteryPercent().getAsInt()
                                : null)
                .put("leadsOff", labels(unit.leadsOff()));
    }

    /** A port that gave nothing, and why, in a form for which the page has words. */
    private static JsonArray looked(List<PortFinding> findings) {
        JsonArray json = new JsonArray();
        for (PortFinding finding : findings) {
            JsonObject one = new JsonObject().put("port", finding.port()).put("state", state(finding));
            if (finding instanceof PortFinding.Ambiguous several) {
                one.put(
                        "models",
                        new JsonArray(
                                several.claims().stream().map(Claim::model).toList()));
            } else if (finding instanceof PortFinding.NotSet unset) {
                one.put("models", new JsonArray(List.of(unset.model()))).put("settings", new JsonArray(unset.lookAt()));
            }
            json.add(one);
        }
        return json;
    }

    private static String state(PortFinding finding) {
        if (finding instanceof PortFinding.NotRecognised unknown) {
            return unknown.bytes() == 0 ? "SILENT" : "FOREIGN";
        }
        return finding instanceof PortFinding.Closed
                ? "CLOSED"
                : finding instanceof PortFinding.Ambiguous ? "AMBIGUOUS" : "NOT_SET";
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
        return new JsonObject()
                .put("lights", lights)
                .put("on", on)
                .put("ready", contact.ready())
                .put("doubt", contact.doubt().map(DeskJson::doubt).orElse(null));
    }

    private static JsonObject doubt(PlacementDoubt doubt) {
        JsonArray sites = new JsonArray();
        doubt.sites().stream().sorted().map(Enum::name).forEach(sites::add);
        return new JsonObject()
                .put("chinese", doubt.chinese())
                .put("english", doubt.english())
                .put("sites", sites);
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
