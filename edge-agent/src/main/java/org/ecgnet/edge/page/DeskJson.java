package org.ecgnet.edge.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.edge.capture.LiveFrame;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.StoredExam.Timed;
import org.ecgnet.edge.uplink.HubState;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.jspecify.annotations.Nullable;

/** Writes what the page shows. Absent is {@code null}, a time is ISO-8601 in UTC. */
final class DeskJson {

    /** How many exams the page lists. */
    static final int SHOWN_EXAMS = 30;

    private static final int SHOWN_ID_DIGITS = 4;

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
                .put("lines", lines(alarm.lines()));
    }

    private static JsonObject failure(DeskState.Failure failure) {
        return new JsonObject()
                .put("examId", failure.examId().toString())
                .put("at", failure.at().toString())
                .put("why", failure.why().name());
    }

    static JsonArray exams(List<StoredExam> exams) {
        JsonArray json = new JsonArray();
        exams.forEach(exam -> json.add(exam(exam)));
        return json;
    }

    static JsonObject exam(StoredExam exam) {
        JsonObject json = new JsonObject()
                .put("examId", exam.examId().toString())
                .put("startedAt", exam.started().startedAt().toString())
                .put("endedAt", time(exam.endedAt()))
                .put("storedAt", time(exam.storedAt()))
                .put("red", exam.red())
                .put("drill", exam.started().drill())
                .put("operator", exam.started().operator())
                .put("patient", patient(exam.started().patient()))
                .put("symptoms", symptoms(exam.started().symptoms()))
                .put("lastSeq", exam.lastSeq())
                .put("storedUpTo", exam.storedUpTo())
                .put("refused", exam.refused().orElse(null))
                .put(
                        "local",
                        exam.localReading()
                                .map(timed -> reading(timed.at(), timed.value()))
                                .orElse(null))
                .put("confirmed", confirmed(exam));
        heard(exam.said(), json);
        return json;
    }

    /** The last reading counts, the first receipt does; steps and words are all shown. */
    private static void heard(List<Timed<DownlinkMessage>> said, JsonObject json) {
        json.putNull("receivedAt")
                .putNull("receivedProblem")
                .putNull("readingAt")
                .putNull("hub");
        JsonArray steps = new JsonArray();
        JsonArray words = new JsonArray();
        for (Timed<DownlinkMessage> timed : said) {
            if (timed.value() instanceof ExamReceived received) {
                if (json.getValue("receivedAt") == null) {
                    json.put("receivedAt", timed.at().toString());
                }
                json.put("receivedProblem", received.problem().orElse(null));
            } else if (timed.value() instanceof ReadingReady reading) {
                if (json.getValue("readingAt") == null) {
                    json.put("readingAt", timed.at().toString());
                }
                json.put("hub", reading(timed.at(), reading));
            } else if (timed.value() instanceof CaseProgress step) {
                steps.add(new JsonObject()
                        .put("step", step.step().name())
                        .put("by", step.by())
                        .put("at", step.at().toString())
                        .put("heardAt", timed.at().toString()));
            } else if (timed.value() instanceof CentreMessage message) {
                words.add(new JsonObject()
                        .put("sender", message.sender())
                        .put("text", message.text())
                        .put("at", message.at().toString()));
            }
        }
        json.put("progress", steps).put("messages", words);
    }

    private static JsonObject reading(Instant at, ReadingReady reading) {
        return new JsonObject()
                .put("level", reading.level().name())
                .put("hard", reading.hard())
                .put("confirmed", reading.reader().isPresent())
                .put("reader", reading.reader().orElse(null))
                .put("at", at.toString())
                .put("lines", lines(reading.lines()));
    }

    private static JsonArray lines(List<ReadingLine> lines) {
        JsonArray json = new JsonArray();
        lines.forEach(line -> json.add(new JsonObject()
                .put("rule", line.rule())
                .put("chinese", line.chinese())
                .put("english", line.english())));
        return json;
    }

    private static JsonArray confirmed(StoredExam exam) {
        JsonArray json = new JsonArray();
        exam.confirmed()
                .forEach(timed -> json.add(new JsonObject()
                        .put("action", timed.value().name())
                        .put("at", timed.at().toString())));
        return json;
    }

    /** The page needs to tell patients apart, not their whole number. */
    private static JsonObject patient(Patient patient) {
        return new JsonObject()
                .put("name", patient.name().orElse(null))
                .put("identityEnd", patient.identityNumber().map(DeskJson::end).orElse(null))
                .put("sex", patient.sex().name())
                .put(
                        "ageYears",
                        patient.ageYears().isPresent() ? patient.ageYears().getAsInt() : null);
    }

    private static String end(String number) {
        return number.substring(Math.max(0, number.length() - SHOWN_ID_DIGITS));
    }

    private static JsonObject symptoms(Symptoms symptoms) {
        return new JsonObject()
                .put("chestPain", symptoms.chestPain())
                .put("syncope", symptoms.syncope())
                .put("dyspnoea", symptoms.dyspnoea())
                .put("shock", symptoms.shock());
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

    private static JsonArray labels(Collection<Lead> leads) {
        JsonArray labels = new JsonArray();
        leads.stream().sorted().map(Lead::label).forEach(labels::add);
        return labels;
    }

    private static @Nullable String time(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }
}
