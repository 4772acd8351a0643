package org.ecgnet.triage.paediatric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.rhythm.SinusTachycardiaRule;
import org.ecgnet.triage.rhythm.SupraventricularTachycardiaRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaediatricRulesTest {

    private static final Symptoms DYSPNOEA = new Symptoms(false, false, true, false);

    @ParameterizedTest(name = "{0} years, {1}/min, P before {2} of the beats: {3}")
    @CsvSource({
        "0, 219.9, 0, ''",
        "0, 220, 1, PAEDIATRIC_TACHYCARDIA",
        "1, 179.9, 0, ''",
        "1, 180, 0, PAEDIATRIC_TACHYCARDIA",
        "1, 180, 0.69, PAEDIATRIC_TACHYCARDIA",
        "1, 180, 0.7, ''",
        "7, 180, 0, PAEDIATRIC_TACHYCARDIA",
        "8, 179.9, 0, ''",
        "15, 180, 0, PAEDIATRIC_TACHYCARDIA",
        "16, 220, 0, ''",
    })
    void aFastRateIsJudgedByAgeAndP(int years, double rate, double p, String code) {
        assertThat(codes(new PaediatricRule(), child(years).rate(rate).p(p, 150).qrs(70)))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} years, {1}/min, symptoms {2}: {3}")
    @CsvSource({
        "0, 69.9, false, PAEDIATRIC_BRADYCARDIA",
        "0, 70, false, ''",
        "1, 49.9, false, PAEDIATRIC_BRADYCARDIA",
        "1, 50, false, ''",
        "8, 39.9, false, PAEDIATRIC_BRADYCARDIA",
        "8, 40, false, ''",
        "8, 59.9, true, PAEDIATRIC_BRADYCARDIA",
        "8, 60, true, ''",
        "16, 39.9, true, ''",
    })
    void aSlowRateIsJudgedByAgeAndSymptoms(int years, double rate, boolean symptoms, String code) {
        Cases ecg = child(years).rate(rate).qt(300).with(symptoms ? DYSPNOEA : Symptoms.NONE);

        assertThat(codes(new PaediatricRule(), ecg)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} years, QRS {1} ms, {2}/min, P before {3} of the beats: {4}")
    @CsvSource({
        "3, 90, 150, 0, false",
        "3, 92, 150, 0, true",
        "3, 92, 149.9, 0, false",
        "3, 92, 150, 0.7, false",
        "4, 100, 150, 0, false",
        "4, 102, 150, 0, true",
    })
    void aWideFastRhythmWithoutPIsHardByTheWidthOfTheAge(int years, double qrs, double rate, double p, boolean hard) {
        Verdict verdict = new PaediatricRule()
                .judge(child(years).rate(rate).qrs(qrs).p(p, 150).ecg(), RuleProfile.DEFAULT);

        assertThat(verdict instanceof Verdict.Present present
                        && present.findings().stream()
                                .anyMatch(finding ->
                                        finding.hard() && finding.code().equals("PAEDIATRIC_WIDE_QRS_TACHYCARDIA")))
                .isEqualTo(hard);
    }

    @ParameterizedTest(name = "QT {0} ms at 60/min: {1}")
    @CsvSource({"498, ''", "500, PAEDIATRIC_LONG_QT"})
    void aQtcOf500IsRedUnder16(double qt, String code) {
        assertThat(codes(new PaediatricRule(), child(10).qt(qt))).isEqualTo(code);
    }

    @Test
    void completeBlockIsRedAtAnyRate() {
        assertThat(codes(new PaediatricRule(), child(5).rate(80).qt(300).statement("AVB3", 0.5)))
                .isEqualTo("PAEDIATRIC_COMPLETE_AV_BLOCK");
        assertThat(codes(new PaediatricRule(), child(5).rate(80).qt(300).statement("AVB3", 0.49)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} years, {1}/min: {2}")
    @CsvSource({
        "0, 105.9, SLOW", "0, 106, ''", "0, 186, ''", "0, 186.1, FAST",
        "1, 88.9, SLOW", "1, 89, ''", "2, 151, ''", "2, 151.1, FAST",
        "3, 72.9, SLOW", "3, 73, ''", "4, 137, ''", "4, 137.1, FAST",
        "5, 64.9, SLOW", "5, 65, ''", "7, 133, ''", "7, 133.1, FAST",
        "8, 61.9, SLOW", "8, 62, ''", "11, 130, ''", "11, 130.1, FAST",
        "12, 59.9, SLOW", "12, 60, ''", "15, 119, ''", "15, 119.1, FAST",
        "16, 40, ''", "16, 140, ''",
    })
    void outsideThePercentilesOfTheAgeIsYellow(int years, double rate, String said) {
        assertThat(codes(new PaediatricRateRule(), child(years).rate(rate)).replace("PAEDIATRIC_", ""))
                .isEqualTo(said);
    }

    @Test
    void limitsForAdultsLeaveAnInfantAt160Alone() {
        Cases infant = child(0).rate(160).statement("SVT", 0.9);

        assertThat(codes(new SupraventricularTachycardiaRule(), infant)).isEmpty();
        assertThat(codes(new SinusTachycardiaRule(), infant)).isEmpty();
    }

    private static Cases child(int years) {
        return Cases.normal().patient(Patient.of(Sex.MALE, years)).qrs(70).qt(300);
    }

    private static String codes(TriageRule rule, Cases ecg) {
        return rule.judge(ecg.ecg(), RuleProfile.DEFAULT) instanceof Verdict.Present present
                ? present.findings().stream().map(finding -> finding.code()).collect(Collectors.joining(" "))
                : "";
    }
}
