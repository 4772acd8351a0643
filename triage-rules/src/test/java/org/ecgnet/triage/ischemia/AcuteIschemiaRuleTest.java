package org.ecgnet.triage.ischemia;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcuteIschemiaRuleTest {

    private final AcuteIschemiaRule rule = new AcuteIschemiaRule();

    @ParameterizedTest(name = "V5 and V6 at {0} uV, symptoms {1}: {2}")
    @CsvSource({"-49, true, ''", "-50, true, R18", "-50, false, Y08"})
    void depressionOfHalfAMillimetreIsCriticalWithSymptoms(double microvolts, boolean symptoms, String said) {
        Cases ecg = Cases.normal()
                .st(Lead.V5, microvolts)
                .st(Lead.V6, microvolts)
                .with(new Symptoms(symptoms, false, false, false));

        assertThat(said(ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "from -100 to {0} uV in 60 ms: {1}")
    @CsvSource({"-85, Y08", "-84, ''"})
    void aSegmentThatSlopesUpIsNone(double later, String said) {
        LeadLevels sloping = new LeadLevels(0, 0, 800, -200, -100, later, 300, 20_000);

        assertThat(said(Cases.normal().levels(Lead.V5, sloping).levels(Lead.V6, sloping)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "V5 and V6 at {0} uV under an R of 3.5 mV: {1}")
    @CsvSource({"-99, ''", "-100, Y08"})
    void underTheVoltageOfHypertrophyAMillimetreIsNeeded(double microvolts, String said) {
        LeadLevels tall = new LeadLevels(0, 0, 3500, -200, microvolts, microvolts, 300, 20_000);

        assertThat(said(Cases.normal().levels(Lead.V5, tall).levels(Lead.V6, tall)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "V5 and V6 at {0} uV under an R of 3.5 mV, with symptoms: {1}")
    @CsvSource({"-49, ''", "-50, Y08", "-99, Y08", "-100, R18"})
    void withSymptomsLessThanThatIsNotCalledStrainButYellow(double microvolts, String said) {
        LeadLevels tall = new LeadLevels(0, 0, 3500, -200, microvolts, microvolts, 300, 20_000);
        Cases ecg = Cases.normal()
                .levels(Lead.V5, tall)
                .levels(Lead.V6, tall)
                .with(new Symptoms(true, false, false, false));

        assertThat(said(ecg)).isEqualTo(said);
    }

    @Test
    void inRightBundleBranchBlockV1ToV3FollowTheQrsAndTheOthersDoNot() {
        assertThat(said(Cases.normal().st(Lead.V1, -100).st(Lead.V2, -100).statement("RBBB", 0.9)))
                .isEmpty();
        assertThat(said(Cases.normal().st(Lead.V5, -100).st(Lead.V6, -100).statement("RBBB", 0.9)))
                .isEqualTo("Y08");
    }

    @Test
    void oneLeadAloneIsNone() {
        assertThat(said(Cases.normal().st(Lead.V5, -200))).isEmpty();
    }

    private String said(Cases ecg) {
        return rule.judge(ecg.ecg(), RuleProfile.DEFAULT) instanceof Verdict.Present present
                ? present.findings().get(0).rule()
                : "";
    }
}
