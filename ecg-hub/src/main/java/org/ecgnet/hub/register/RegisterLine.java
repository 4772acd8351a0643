package org.ecgnet.hub.register;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.report.Report;
import org.ecgnet.hub.report.Signature;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.worklist.PatientMask;

/**
 * One line of the register. {@link #toString()} names nobody.
 *
 * @param measured what the red findings rest on; may be empty
 * @param report the exam's latest; empty when nobody has signed
 * @param edits oldest first
 */
public record RegisterLine(
        RegisterRow row, Clinic clinic, String measured, Optional<Report> report, List<RegisterEdit> edits) {

    private static final int SHOWN_OF_IDENTITY = 4;

    public RegisterLine {
        edits = List.copyOf(edits);
    }

    /** Every column; empty where nothing is known. Times to the second in this zone. */
    public Map<RegisterColumn, String> values(ZoneId zone, RegisterLanguage language) {
        Map<RegisterColumn, String> values = new EnumMap<>(RegisterColumn.class);
        for (RegisterColumn column : RegisterColumn.values()) {
            values.put(column, "");
        }
        who(values, language);
        recorded(values, zone, language);
        told(values, zone, language);
        done(values, zone, language);
        for (RegisterEdit edit : edits) {
            values.put(edit.column(), shown(edit, zone, language));
        }
        return Collections.unmodifiableMap(values);
    }

    /** The same with the patient masked; what the clinic read back in its own words may name one, and is left out. */
    public Map<RegisterColumn, String> masked(ZoneId zone, RegisterLanguage language) {
        Map<RegisterColumn, String> values = new EnumMap<>(values(zone, language));
        values.put(
                RegisterColumn.CLINIC_SAW,
                RegisterText.both(row.known().handling().clinicSaw(), zone));
        values.replaceAll((column, value) -> column.personal() && !value.isEmpty() ? masked(column, value) : value);
        return Collections.unmodifiableMap(values);
    }

    private static String masked(RegisterColumn column, String value) {
        if (column == RegisterColumn.PATIENT_NAME) {
            return PatientMask.of(value);
        }
        boolean tail = column == RegisterColumn.IDENTITY && value.length() > 2 * SHOWN_OF_IDENTITY;
        return "****" + (tail ? value.substring(value.length() - SHOWN_OF_IDENTITY) : "");
    }

    /** What is in force in a column that is written by hand, as it was written. */
    public String byHand(RegisterColumn column) {
        String value = "";
        for (RegisterEdit edit : edits) {
            value = edit.column() == column ? edit.value() : value;
        }
        return value;
    }

    private static String shown(RegisterEdit edit, ZoneId zone, RegisterLanguage language) {
        if (edit.value().isEmpty()) {
            return "";
        }
        return switch (edit.column().source()) {
            case TIME -> RegisterText.time(Instant.parse(edit.value()), zone);
            case REVIEW -> {
                RegisterColumn.Review review = RegisterColumn.Review.valueOf(edit.value());
                yield language.of(review.chinese(), review.english());
            }
            case HUB, TEXT -> edit.value();
        };
    }

    private void who(Map<RegisterColumn, String> values, RegisterLanguage language) {
        Exam exam = row.exam();
        Patient patient = exam.patient();
        values.put(RegisterColumn.NUMBER, String.valueOf(row.known().number()));
        values.put(RegisterColumn.DRILL, row.known().drill() ? language.of("演练", "drill") : "");
        values.put(RegisterColumn.PATIENT_NAME, patient.name().orElse(""));
        values.put(RegisterColumn.SEX, RegisterText.sex(patient.sex(), language));
        values.put(
                RegisterColumn.AGE,
                patient.ageYears().isPresent()
                        ? String.valueOf(patient.ageYears().getAsInt())
                        : "");
        values.put(RegisterColumn.IDENTITY, patient.identityNumber().orElse(""));
        values.put(RegisterColumn.CLINIC, clinic.name());
        values.put(RegisterColumn.CLINIC_PHONE, clinic.phone());
        values.put(RegisterColumn.UNIT, exam.unit().value() + " (" + exam.unitModel() + ")");
        values.put(RegisterColumn.OPERATOR, exam.operator());
        values.put(RegisterColumn.SYMPTOMS, RegisterText.symptoms(exam.symptoms(), language));
    }

    private void recorded(Map<RegisterColumn, String> values, ZoneId zone, RegisterLanguage language) {
        Exam exam = row.exam();
        CriticalCase known = row.known();
        exam.bedside().onset().ifPresent(onset -> values.put(RegisterColumn.ONSET, RegisterText.time(onset, zone)));
        values.put(RegisterColumn.ACQUIRED_FROM, RegisterText.time(exam.startedAt(), zone));
        values.put(
                RegisterColumn.ACQUIRED_TO,
                exam.end().map(end -> RegisterText.time(end.endedAt(), zone)).orElse(""));
        values.put(RegisterColumn.RECEIVED, RegisterText.time(exam.receivedAt(), zone));
        values.put(RegisterColumn.MACHINE_RED, RegisterText.time(known.openedAt(), zone));
        values.put(
                RegisterColumn.RULES,
                known.rules().stream()
                        .map(rule -> rule.rule() + (rule.hard() ? " HARD" : ""))
                        .collect(Collectors.joining("; ")));
        values.put(
                RegisterColumn.CONTENT,
                known.rules().stream()
                        .map(rule -> withoutStop(language.of(rule.chinese(), rule.english())))
                        .collect(Collectors.joining("; ")));
        values.put(RegisterColumn.VALUES, measured);
    }

    /** A sentence among others, parted by semicolons. */
    private static String withoutStop(String sentence) {
        return sentence.replaceAll("[.。]$", "");
    }

    private void told(Map<RegisterColumn, String> values, ZoneId zone, RegisterLanguage language) {
        var handling = row.known().handling();
        // A read-back confirms what nobody had confirmed before it.
        var confirmed = handling.confirmed().or(handling::acknowledged);
        values.put(RegisterColumn.CONFIRMED_AT, RegisterText.time(confirmed, zone));
        values.put(RegisterColumn.CONFIRMED_BY, RegisterText.by(confirmed));
        values.put(
                RegisterColumn.SECOND_CHECK,
                report.flatMap(Report::second)
                        .map(second -> second(second, zone, language))
                        .orElse(""));
        values.put(
                RegisterColumn.NOTIFY_START,
                RegisterText.time(row.known().clock().pagedAt(), zone));
        values.put(
                RegisterColumn.CHANNELS,
                row.events().stream()
                        .filter(event -> event.kind() == Kind.DELIVERED)
                        .map(event -> event.by() + " " + event.detail() + " " + RegisterText.time(event.at(), zone))
                        .collect(Collectors.joining("; ")));
        values.put(RegisterColumn.READ_BACK, handling.readBack().orElse(""));
        values.put(RegisterColumn.READ_BACK_AT, RegisterText.time(handling.acknowledged(), zone));
        values.put(RegisterColumn.READ_BACK_BY, RegisterText.by(handling.acknowledged()));
        values.put(
                RegisterColumn.LATENCY_SECONDS,
                row.timeToAcknowledge()
                        .map(time -> String.valueOf(time.toSeconds()))
                        .orElse(""));
        String clinicReadBack = row.events().stream()
                .filter(event ->
                        event.kind() == Kind.CLINIC_SAW && !event.detail().isBlank())
                .map(event -> language.of("; 复述: ", "; read back: ") + event.detail())
                .collect(Collectors.joining());
        values.put(RegisterColumn.CLINIC_SAW, RegisterText.both(handling.clinicSaw(), zone) + clinicReadBack);
    }

    private static String second(Signature second, ZoneId zone, RegisterLanguage language) {
        String how = second.nightDoubleCheck() ? language.of("夜间一人两次 ", "night double check ") : "";
        return how + second.signer().name() + " " + RegisterText.time(second.at(), zone);
    }

    private void done(Map<RegisterColumn, String> values, ZoneId zone, RegisterLanguage language) {
        CriticalCase known = row.known();
        var handling = known.handling();
        values.put(
                RegisterColumn.DISPOSITION,
                handling.disposition()
                        .map(what -> language.of(what.chinese(), what.english())
                                + handling.dispositionNote()
                                        .filter(note -> !note.isBlank())
                                        .map(note -> ": " + note)
                                        .orElse(""))
                        .orElse(""));
        values.put(RegisterColumn.DISPOSED_AT, RegisterText.time(handling.disposed(), zone));
        values.put(RegisterColumn.DISPOSED_BY, RegisterText.by(handling.disposed()));
        values.put(
                RegisterColumn.AMBULANCE_ORDERED,
                RegisterText.both(known.dispatch().ordered(), zone));
        values.put(
                RegisterColumn.AMBULANCE_ANSWER,
                row.events().stream()
                        .filter(event -> event.kind() == Kind.DISPATCH_ANSWERED)
                        .map(event -> answer(event, zone))
                        .collect(Collectors.joining("; ")));
        report.ifPresent(signed -> {
            values.put(RegisterColumn.REPORTED_BY, signed.author().signer().name());
            values.put(
                    RegisterColumn.REPORTED_AT,
                    RegisterText.time(signed.author().at(), zone));
        });
        values.put(
                RegisterColumn.CLOSED,
                RegisterText.both(known.closed(), zone)
                        + known.closingNote()
                                .filter(note -> !note.isBlank())
                                .map(note -> " " + note)
                                .orElse(""));
    }

    private static String answer(CaseEvent event, ZoneId zone) {
        return event.detail() + " " + event.by() + " " + RegisterText.time(event.at(), zone);
    }

    @Override
    public String toString() {
        return "RegisterLine[" + row.known().number() + "]";
    }
}
