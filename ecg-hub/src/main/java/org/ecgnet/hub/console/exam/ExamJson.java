package org.ecgnet.hub.console.exam;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.console.cases.CaseJson;
import org.ecgnet.hub.console.exam.ExamRoutes.Opened;
import org.ecgnet.hub.console.worklist.WorklistJson;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.exam.ClinicConfirmation;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.fiducial.HandRepository;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.site.ScopeRepository;
import org.ecgnet.hub.worklist.callback.CallBackRepository;

/** An exam for the browser, with the patient unmasked. What is absent is left out. */
public final class ExamJson {

    private ExamJson() {}

    public static JsonObject of(Opened opened) {
        Exam exam = opened.exam();
        List<StoredReading> readings =
                opened.transaction().repository(ReadingRepository.class).ofExam(exam.id());
        List<ClinicConfirmation> confirmations =
                opened.transaction().repository(ExamRepository.class).confirmations(exam.id());
        var json = exam(exam);
        json.put(
                "waveformBytes",
                opened.transaction().repository(ExamRepository.class).segments(exam.id(), 1).stream()
                        .mapToLong(segment -> segment.waveform().length())
                        .sum());
        if (opened.withheld()) {
            json.put("withheld", true);
            if (!readings.isEmpty()) {
                // What a technician works by is no statement about the heart.
                json.put(
                        "quality",
                        ReadingJson.quality(
                                readings.get(readings.size() - 1).reading().quality()));
            }
        } else if (!readings.isEmpty()) {
            json.put("reading", ReadingJson.of(readings.get(readings.size() - 1)));
        }
        opened.transaction()
                .repository(CallBackRepository.class)
                .open(exam.id())
                .ifPresent(wish -> json.put("callBack", WorklistJson.of(wish).put("words", wish.words())));
        List<Step> steps = steps(exam, readings, confirmations);
        opened.transaction().repository(ExamRepository.class).identifications(exam.id()).stream()
                .map(identified -> new Step(identified.storedAt(), "PATIENT_IDENTIFIED", identified.by(), ""))
                .forEach(steps::add);
        List<HandMeasurement> measured =
                opened.transaction().repository(HandRepository.class).all(exam.id());
        measured.forEach(hand -> steps.add(new Step(
                hand.at(),
                hand.byHand() ? "MARKS_MOVED" : "MARKS_RESET",
                hand.by().name(),
                HandJson.changes(hand))));
        if (!measured.isEmpty()) {
            json.put("byHand", HandJson.of(measured.get(measured.size() - 1)));
        }
        Optional<CriticalCase> known =
                opened.transaction().repository(CaseRepository.class).ofExam(exam.id());
        known.filter(one -> shown(opened, one)).ifPresent(one -> {
            json.put("case", CaseJson.of(one, shownExam(opened, one)));
            opened.transaction().repository(CaseRepository.class).events(one.id()).stream()
                    .map(Step::of)
                    .forEach(steps::add);
        });
        return json.put("timeline", array(steps));
    }

    /** A case that went on to another clinic with its patient is that clinic's. */
    private static boolean shown(Opened opened, CriticalCase known) {
        return opened.transaction().repository(ScopeRepository.class).containsCase(opened.scope(), known.id());
    }

    /** The exam that a read-back is held against: the latest of the case. */
    private static Exam shownExam(Opened opened, CriticalCase known) {
        return known.examId().equals(opened.exam().id())
                ? opened.exam()
                : opened.transaction()
                        .repository(ExamRepository.class)
                        .find(known.examId())
                        .orElse(opened.exam());
    }

    private static JsonObject exam(Exam exam) {
        var json = new JsonObject()
                .put("id", exam.id().toString())
                .put("code", ExamCode.of(exam.id()))
                .put("site", exam.site().value())
                .put("unit", exam.unit().value())
                .put("unitModel", exam.unitModel())
                .put("operator", exam.operator())
                .put("patient", patient(exam.patient()))
                .put("symptoms", WorklistJson.symptoms(exam.symptoms()))
                .put("startedAt", exam.startedAt().toString())
                .put("receivedAt", exam.receivedAt().toString())
                .put("clinicClockAheadMillis", exam.clinicClockAhead().toMillis())
                .put("drill", exam.drill())
                .put("state", exam.state().name());
        exam.bedside().onset().ifPresent(onset -> json.put("onset", onset.toString()));
        exam.bedside().oxygenPercent().ifPresent(percent -> json.put("oxygenPercent", percent));
        exam.bedside().systolicMmHg().ifPresent(mmHg -> json.put("systolicMmHg", mmHg));
        exam.bedside().diastolicMmHg().ifPresent(mmHg -> json.put("diastolicMmHg", mmHg));
        exam.end().ifPresent(end -> json.put("endReason", end.reason())
                .put("endedAt", end.endedAt().toString()));
        return json;
    }

    private static JsonObject patient(Patient patient) {
        var json = new JsonObject().put("sex", patient.sex().name());
        patient.name().ifPresent(name -> json.put("name", name));
        patient.identityNumber().ifPresent(number -> json.put("identityNumber", number));
        patient.ageYears().ifPresent(age -> json.put("ageYears", age));
        return json;
    }

    private static List<Step> steps(Exam exam, List<StoredReading> readings, List<ClinicConfirmation> confirmations) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(exam.receivedAt(), "ARRIVED", exam.operator(), ""));
        exam.end().flatMap(Exam.ExamEnd::completedAt).ifPresent(at -> steps.add(new Step(at, "COMPLETE", "", "")));
        readings.forEach(reading -> steps.add(new Step(
                reading.madeAt(),
                reading.origin() == StoredReading.Origin.LIVE ? "READ_LIVE" : "READ",
                "",
                reading.reading().engine())));
        confirmations.forEach(confirmation -> steps.add(new Step(
                confirmation.storedAt(),
                "CLINIC_" + confirmation.action().name(),
                confirmation.by(),
                confirmation.words())));
        return steps;
    }

    private static JsonArray array(List<Step> steps) {
        var list = new JsonArray();
        steps.stream().sorted(Comparator.comparing(Step::at)).forEach(step -> list.add(step.json()));
        return list;
    }

    /** A line of the timeline. */
    private record Step(Instant at, String what, String by, String detail) {

        static Step of(CaseEvent event) {
            return new Step(event.at(), "CASE_" + event.kind().name(), event.by(), event.detail());
        }

        JsonObject json() {
            return new JsonObject()
                    .put("at", at.toString())
                    .put("what", what)
                    .put("by", by)
                    .put("detail", detail);
        }
    }
}
