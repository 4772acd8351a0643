package org.ecgnet.hub.critical;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.exam.Exam;

/**
 * Whether the right patient and the right finding were repeated: two identifiers and a finding of the case (CLINICAL
 * section 5). Pure.
 */
public final class ReadBackCheck {

    private static final int IDENTIFIERS = 2;
    private static final int IDENTITY_TAIL = 4;

    private ReadBackCheck() {}

    /** What this patient can be told by: the console asks for two of them. */
    public static Set<PatientIdentifier> usable(Exam exam) {
        Patient patient = exam.patient();
        Set<PatientIdentifier> usable = EnumSet.of(PatientIdentifier.EXAM_CODE);
        patient.name().filter(name -> !name.isBlank()).ifPresent(name -> usable.add(PatientIdentifier.NAME));
        patient.identityNumber()
                .filter(number -> !number.isBlank())
                .ifPresent(number -> usable.add(PatientIdentifier.IDENTITY_NUMBER));
        if (patient.ageYears().isPresent()) {
            usable.add(PatientIdentifier.AGE);
        }
        if (usable.size() < IDENTIFIERS) {
            usable.add(PatientIdentifier.SITE);
        }
        return usable;
    }

    /** Rules that the read-back may name: the certain ones when there are any. */
    public static List<String> answerable(CriticalCase known) {
        boolean certain = known.rules().stream().anyMatch(CaseRule::hard);
        return known.rules().stream()
                .filter(rule -> rule.hard() || !certain)
                .map(CaseRule::rule)
                .toList();
    }

    /** Empty when the read-back is right. */
    static Optional<Refusal> problem(Exam exam, CriticalCase known, ReadBack readBack) {
        Set<PatientIdentifier> usable = usable(exam);
        List<PatientIdentifier> wrong = new ArrayList<>();
        int right = 0;
        for (Map.Entry<PatientIdentifier, String> said : readBack.identifiers().entrySet()) {
            if (!usable.contains(said.getKey())) {
                continue;
            }
            if (agrees(exam, said.getKey(), plain(said.getValue()))) {
                right++;
            } else {
                wrong.add(said.getKey());
            }
        }
        if (!wrong.isEmpty()) {
            return Optional.of(
                    new Refusal(Refusal.Reason.IDENTIFIER_WRONG, "does not agree with the exam: " + names(wrong)));
        }
        if (right < IDENTIFIERS) {
            return Optional.of(new Refusal(
                    Refusal.Reason.IDENTIFIER_MISSING, "repeat two identifiers of the patient, of " + names(usable)));
        }
        List<String> answerable = answerable(known);
        if (!answerable.contains(readBack.rule())) {
            return Optional.of(new Refusal(
                    Refusal.Reason.FINDING_WRONG,
                    "repeat the finding of the case; '" + readBack.rule() + "' is not it"));
        }
        return Optional.empty();
    }

    private static boolean agrees(Exam exam, PatientIdentifier identifier, String said) {
        Patient patient = exam.patient();
        return switch (identifier) {
            case NAME ->
                patient.name().map(ReadBackCheck::plain).filter(said::equals).isPresent();
            case IDENTITY_NUMBER ->
                patient.identityNumber()
                        .map(ReadBackCheck::plain)
                        .filter(number -> number.equals(said)
                                || said.length() == IDENTITY_TAIL
                                        && number.length() > IDENTITY_TAIL
                                        && number.endsWith(said))
                        .isPresent();
            case AGE ->
                patient.ageYears().isPresent()
                        && String.valueOf(patient.ageYears().getAsInt()).equals(said);
            case EXAM_CODE -> ExamCode.of(exam.id()).equals(said);
            case SITE -> plain(exam.site().value()).equals(said);
        };
    }

    /** Full-width and half-width, capitals and spaces make no difference. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String names(Iterable<PatientIdentifier> identifiers) {
        List<String> names = new ArrayList<>();
        identifiers.forEach(identifier ->
                names.add(identifier.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return names.stream().collect(Collectors.joining(", "));
    }
}
