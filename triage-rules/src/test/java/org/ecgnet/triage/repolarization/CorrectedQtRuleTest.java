package org.ecgnet.triage.repolarization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectedQtRuleTest {

    private final CorrectedQtRule rule = new CorrectedQtRule();

    @ParameterizedTest(name = "QT {0} ms at 60/min: {1}")
    @CsvSource({"340, Y10", "342, ''", "478, ''", "480, Y10", "500, Y10", "548, Y10", "550, R19"})
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

    @ParameterizedTest(name = "QT {0} ms, wide beat {1} samples behind the last: {2}")
    @CsvSource({"498, 240, Y10", "500, 250, Y10", "500, 249, R19"})
    void aVentricularBeatOnTMakesItRedFrom500(double millis, int behind, String said) {
        List<Beat> beats = List.of(
                new Beat(700, Beat.Kind.NORMAL, false),
                new Beat(700 + behind, Beat.Kind.VENTRICULAR, true),
                new Beat(1700, Beat.Kind.NORMAL, false));
        Verdict verdict = rule.judge(Cases.normal().qt(millis).beats(beats).ecg(), RuleProfile.DEFAULT);

        assertThat(((Verdict.Present) verdict).findings().get(0).rule()).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} leads with a late T: {1}")
    @CsvSource({"1, Y10", "2, R19"})
    void twoLeadsMustBearOut550(int late, String said) {
        List<Lead> leads = List.of(Lead.II, Lead.V2, Lead.V3, Lead.V4);
        double[][] x = new double[4][490];
        for (int lead = 0; lead < 4; lead++) {
            double peak = lead < late ? 530 : 300;
            for (int i = 0; i < 490; i++) {
                double millis = 2.0 * (i - 150);
                x[lead][i] = bump(millis, 40, 10, 1000) + bump(millis, peak, 25, 400);
            }
        }
        Verdict verdict = rule.judge(Cases.normal().qt(590).median(leads, x).ecg(), RuleProfile.DEFAULT);

        assertThat(((Verdict.Present) verdict).findings().get(0).rule()).isEqualTo(said);
    }

    private static double bump(double at, double middle, double sigma, double height) {
        return height * Math.exp(-Math.pow((at - middle) / sigma, 2) / 2);
    }
}
