package org.ecgnet.edge.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.StoredExam.Timed;
import org.ecgnet.edge.store.Strip;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;

/** Writes exams for the page. Absent is {@code null}, a time is ISO-8601 in UTC. */
final class ExamJson {

    /** How many exams the page lists. */
    static final int SHOWN_EXAMS = 30;

    private static final int SHOWN_ID_DIGITS = 4;

    private ExamJson() {}

    static JsonArray exams(List<StoredExam> exams) {
        JsonArray json = new JsonArray();
        exams.forEach(exam -> json.add(exam(exam)));
        return json;
    }

    /** Microvolts of the twelve leads, and of others that were recorded; leads that were not are left out. */
    static JsonObject strip(Strip strip) {
        Waveform waveform = strip.waveform();
        JsonObject leads = new JsonObject();
        for (Lead lead : Lead.values()) {
            waveform.microvolts(lead).ifPresent(signal -> {
                JsonArray samples = new JsonArray();
                for (double value : signal) {
                    samples.add((int) Math.round(value));
                }
                leads.put(lead.label(), samples);
            });
        }
        return new JsonObject()
                .put("hertz", waveform.rate().hertz())
                .put(
                        "fromSeconds",
                        (double) strip.firstSample() / waveform.rate().hertz())
                .put("leads", leads);
    }

    static JsonObject exam(StoredExam exam) {
        JsonObject json = new JsonObject()
                .put("examId", exam.examId().toString())
                .put("startedAt", exam.started().startedAt().toString())
                .put("endedAt", DeskJson.time(exam.endedAt()))
                .put("storedAt", DeskJson.time(exam.storedAt()))
                .put("red", exam.red())
                .put("drill", exam.started().drill())
                .put("operator", exam.started().operator())
                .put("patient", patient(exam.started().patient()))
                .put("symptoms", symptoms(exam.started().symptoms()))
                .put("bedside", bedside(exam.started().bedside()))
                .put("lastSeq", exam.lastSeq())
                .put("storedUpTo", exam.storedUpTo())
                .put("refused", exam.refused().orElse(null))
                .put(
                        "local",
                        exam.localReading()
                                .map(timed -> reading(timed.at(), timed.value()))
                                .orElse(null))
                .put("identified", exam.identified().map(ExamJson::identified).orElse(null))
                .put("confirmed", confirmed(exam));
        heard(exam.said(), json);
        return json;
    }

    /**
     * The last reading counts, but none of a machine once a person has signed; the first receipt does; steps and words are
     * all shown.
     */
    private static void heard(List<Timed<DownlinkMessage>> said, JsonObject json) {
        json.putNull("receivedAt")
                .putNull("receivedProblem")
                .putNull("readingAt")
                .putNull("hub");
        JsonArray steps = new JsonArray();
        JsonArray words = new JsonArray();
        boolean signed = false;
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
                signed |= reading.reader().isPresent();
                if (!signed || reading.reader().isPresent()) {
                    json.put("hub", reading(timed.at(), reading));
                }
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

    private static JsonObject identified(Timed<String> identified) {
        return new JsonObject()
                .put("by", identified.value())
                .put("at", identified.at().toString());
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

    static JsonArray lines(List<ReadingLine> lines) {
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
                        .put("action", timed.value().action().name())
                        .put("by", timed.value().by())
                        .put("words", timed.value().words())
                        .put("at", timed.at().toString())));
        return json;
    }

    /** The page needs to tell patients apart, not their whole number. */
    private static JsonObject patient(Patient patient) {
        return new JsonObject()
                .put("name", patient.name().orElse(null))
                .put("identityEnd", patient.identityNumber().map(ExamJson::end).orElse(null))
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

    private static JsonObject bedside(Bedside bedside) {
        JsonObject json = new JsonObject().put("onset", DeskJson.time(bedside.onset()));
        bedside.oxygenPercent().ifPresent(percent -> json.put("oxygenPercent", percent));
        bedside.systolicMmHg().ifPresent(mmHg -> json.put("systolicMmHg", mmHg));
        bedside.diastolicMmHg().ifPresent(mmHg -> json.put("diastolicMmHg", mmHg));
        return json;
    }
}
