package org.ecgnet.triage.repolarization;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectedQtRuleTest {

    private final CorrectedQtRule rule = new CorrectedQtRule();

    @ParameterizedTest(name = "QT {0} ms at 60/min: {1}")
    @CsvSource({"340, Y10", "342, ''", "498, ''", "500, Y10", "548, Y10", "550, R19"})
    void colourFollowsTheCorrectedQt(double millis, String said) {
        Verdict verdict = rule.judge(Cases.normal().qt(millis).ecg(), RuleProfile.DEFAULT);

        String rules = verdict instanceof Verdict.Present present
                ? present.findings().get(0).rule()
                : "";
        assertThat(rules).isEqualTo(said);
    }

    @ParameterizedTest(name = "QRS {0} ms: {1}")
    @CsvSource({"118, R19", "120, Y10"})
    void aWideQrsIsTakenOutOfTheQt(double qrs, String said) {
        Verdict verdict = rule.judge(Cases.normal().qt(556).qrs(qrs).ecg(), RuleProfile.DEFAULT);

        assertThat(((Verdict.Present) verdict).findings().get(0).rule()).isEqualTo(said);
    }

    @Test
    void isNotSaidAboveAHundredAndTwenty() {
        Verdict verdict = rule.judge(Cases.normal().rate(121).ecg(), RuleProfile.DEFAULT);

        assertThat(verdict).isInstanceOf(Verdict.CannotTell.class);
    }
}
