package org.ecgnet.hub.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecgnet.hub.critical.PatientIdentifier.AGE;
import static org.ecgnet.hub.critical.PatientIdentifier.EXAM_CODE;
import static org.ecgnet.hub.critical.PatientIdentifier.IDENTITY_NUMBER;
import static org.ecgnet.hub.critical.PatientIdentifier.NAME;
import static org.ecgnet.hub.critical.PatientIdentifier.SITE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.Refusal.Reason;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.triage.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadBackCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Exam OF_ZHANG = Reds.exam(Reds.ZHANG, false, NOW);
    private static final Exam OF_NOBODY = Reds.exam(Patient.UNKNOWN, false, NOW);

    @Test
    void nameAndAgeAndTheFindingAreEnough() {
        assertThat(problem(OF_ZHANG, Map.of(NAME, "张三", AGE, "76"), "R11")).isEmpty();
    }

    @ParameterizedTest(name = "identity number repeated as {0}")
    @CsvSource({"11010519491231002X", "11010519491231002x", "'110105 19491231 002X'", "002X", "００２X"})
    void theIdentityNumberWholeOrItsLastFourInAnyWidth(String said) {
        assertThat(problem(OF_ZHANG, Map.of(NAME, "张三", IDENTITY_NUMBER, said), "R11"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"02X", "X", "9999", "11010519491231003X"})
    void aShorterOrOtherIdentityNumberIsWrong(String said) {
        assertThat(problem(OF_ZHANG, Map.of(NAME, "张三", IDENTITY_NUMBER, said), "R11"))
                .contains(Reason.IDENTIFIER_WRONG);
    }

    @Test
    void oneIdentifierIsTooFew() {
        assertThat(problem(OF_ZHANG, Map.of(NAME, "张三"), "R11")).contains(Reason.IDENTIFIER_MISSING);
        assertThat(problem(OF_ZHANG, Map.of(), "R11")).contains(Reason.IDENTIFIER_MISSING);
    }

    @Test
    void aWrongIdentifierIsRefusedHoweverManyAreRight() {
        assertThat(problem(OF_ZHANG, Map.of(NAME, "李四", AGE, "76", EXAM_CODE, ExamCode.of(OF_ZHANG.id())), "R11"))
                .contains(Reason.IDENTIFIER_WRONG);
    }

    @Test
    void anUnknownPatientIsToldByExamCodeAndSiteAndByNothingLess() {
        Map<PatientIdentifier, String> both = Map.of(EXAM_CODE, ExamCode.of(OF_NOBODY.id()), SITE, "LINHE-01");

        assertThat(ReadBackCheck.usable(OF_NOBODY)).containsExactlyInAnyOrder(EXAM_CODE, SITE);
        assertThat(problem(OF_NOBODY, both, "R11")).isEmpty();
        assertThat(problem(OF_NOBODY, Map.of(SITE, "linhe-01", NAME, ""), "R11"))
                .contains(Reason.IDENTIFIER_MISSING);
    }

    @Test
    void theSiteDoesNotTellAKnownPatient() {
        assertThat(problem(OF_ZHANG, Map.of(NAME, "张三", SITE, "linhe-01"), "R11"))
                .contains(Reason.IDENTIFIER_MISSING);
    }

    @Test
    void anotherFindingIsRefused() {
        assertThat(problem(OF_ZHANG, Map.of(NAME, "张三", AGE, "76"), "R09")).contains(Reason.FINDING_WRONG);
    }

    @Test
    void ofACaseWithACertainFindingTheCertainOneMustBeRepeated() {
        CriticalCase known = CaseMergeTest.opened(Reds.suspected("R11"), Reds.hard("R05"));

        assertThat(ReadBackCheck.answerable(known)).containsExactly("R05");
    }

    @Test
    void aReadBackIsMaskedInText() {
        assertThat(new ReadBack(Map.of(NAME, "张三"), "R11").toString())
                .contains("NAME")
                .doesNotContain("张三");
    }

    private static Optional<Reason> problem(Exam exam, Map<PatientIdentifier, String> said, String rule) {
        Finding finding = Reds.suspected("R11");
        return ReadBackCheck.problem(exam, CaseMergeTest.opened(finding), new ReadBack(said, rule))
                .map(Refusal::reason);
    }
}
