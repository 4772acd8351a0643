package org.ecgnet.triage.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRulesTest {

    private static final Symptoms SYNCOPE = new Symptoms(false, true, false, false);

    @ParameterizedTest(name = "rate {0}, syncope {1}: {2}")
    @CsvSource({
        "35.1, false, Y04 YELLOW",
        "35.0, false, R09 RED",
        "49.9, false, Y04 YELLOW",
        "50.0, false, ''",
        "49.9, true, R09 RED",
        "50.0, true, ''",
    })
    void slowIsCriticalAt35OrBelow50WithSyncope(double rate, boolean syncope, String said) {
        Cases ecg = Cases.normal().rate(rate).with(syncope ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new BradycardiaRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "longest RR {0} ms, symptoms {1}: {2}")
    @CsvSource({
        "1999, false, ''",
        "2000, false, Y04 YELLOW",
        "2999, true, Y04 YELLOW",
        "3000, true, R02 RED",
        "3000, false, Y04 YELLOW",
        "4999, false, Y04 YELLOW",
        "5000, false, ''",
    })
    void aPauseIsYellowFrom2SecondsAndCriticalFrom3WithSymptoms(double millis, boolean symptoms, String said) {
        Cases ecg = Cases.normal().longestRr(millis).with(symptoms ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new LongPauseRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "profile {0}, longest RR {1} ms, AF score {2}: {3}")
    @CsvSource({
        "ZJ, 2999, 0, Y04 YELLOW",
        "ZJ, 3000, 0, R02 RED",
        "ZJ, 4999, 0.9, Y04 YELLOW",
        "PROV-B, 3000, 0, R02 RED",
        "PROV-B, 3000, 0.9, Y04 YELLOW",
        "SX, 3000, 0, Y04 YELLOW",
        "UNION, 2999, 0.9, Y04 YELLOW",
        "UNION, 3000, 0.9, R02 RED",
    })
    void someProvincesCallAPauseOf3SecondsCriticalWithoutSymptoms(
            String profile, double millis, double fibrillation, String said) {
        Cases ecg = Cases.normal().longestRr(millis).statement("AF", fibrillation);

        assertThat(judged(new LongPauseRule(), ecg, RuleProfile.named(profile))).isEqualTo(said);
    }

    @ParameterizedTest(name = "longest RR {0} ms, silent at the end for {1} ms: {2}")
    @CsvSource({"4999, 3999, ''", "5000, 300, R01 RED HARD", "1000, 4000, R01 RED HARD"})
    void standstillIsFiveSecondsCompletedOrFourAtTheEdge(double rr, double edge, String said) {
        Cases ecg = Cases.normal().longestRr(rr).silentEnd(edge);

        assertThat(judged(new AsystoleRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "rate {0}, symptoms {1}: {2}")
    @CsvSource({
        "99.9, false, ''",
        "100, false, R05b RED",
        "149.9, false, R05b RED",
        "149.9, true, R05b RED HARD",
        "150, false, R05 RED HARD",
    })
    void wideQrsTachycardiaIsHardFrom150(double rate, boolean symptoms, String said) {
        Cases ecg = Cases.normal().rate(rate).qrs(150).statement("VT", 0.9).with(symptoms ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new WideQrsTachycardiaRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "rate {0}, symptoms {1}: {2}")
    @CsvSource({
        "149.9, true, ''",
        "150, false, Y02 YELLOW",
        "150, true, R06 RED",
        "199.9, false, Y02 YELLOW",
        "200, false, R06 RED",
    })
    void supraventricularTachycardiaIsCriticalFrom200OrFrom150WithSymptoms(double rate, boolean symptoms, String said) {
        Cases ecg = Cases.normal().rate(rate).statement("SVT", 0.9).with(symptoms ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new SupraventricularTachycardiaRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "rate {0}, score {1}, symptoms {2}: {3}")
    @CsvSource({
        "80, 0.49, false, ''",
        "80, 0.5, false, Y01 YELLOW",
        "149.9, 0.9, true, Y01 YELLOW",
        "150, 0.9, true, R07 RED",
        "199.9, 0.9, false, Y01 YELLOW",
        "200, 0.9, false, R07 RED",
    })
    void atrialFibrillationIsCriticalFrom200OrFrom150WithSymptoms(
            double rate, double score, boolean symptoms, String said) {
        Cases ecg = Cases.normal().rate(rate).statement("AF", score).with(symptoms ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new AtrialFibrillationRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "rate {0}: {1}")
    @CsvSource({"130, ''", "130.1, Y03 YELLOW"})
    void restAbove130IsYellow(double rate, String said) {
        assertThat(judged(new SinusTachycardiaRule(), Cases.normal().rate(rate)))
                .isEqualTo(said);
    }

    private static String judged(TriageRule rule, Cases ecg) {
        return judged(rule, ecg, RuleProfile.DEFAULT);
    }

    private static String judged(TriageRule rule, Cases ecg, RuleProfile profile) {
        Verdict verdict = rule.judge(ecg.ecg(), profile);
        if (!(verdict instanceof Verdict.Present present)) {
            return "";
        }
        return present.findings().stream()
                .map(f -> f.rule() + " " + f.level() + (f.hard() ? " HARD" : ""))
                .collect(Collectors.joining(", "));
    }
}
