package org.ecgnet.triage.ischemia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StElevationRuleTest {

    private final StElevationRule rule = new StElevationRule();

    @ParameterizedTest(name = "{0} aged {1}: V2 and V3 at {2} uV, present: {3}")
    @CsvSource({
        "FEMALE, 60, 149, false", "FEMALE, 60, 150, true",
        "MALE, 40, 199, false", "MALE, 40, 200, true",
        "MALE, 39, 249, false", "MALE, 39, 250, true",
        "UNKNOWN, 39, 149, false", "UNKNOWN, 39, 150, true",
        "MALE, -1, 199, false", "MALE, -1, 200, true",
    })
    void theLimitInV2AndV3DependsOnSexAndAge(Sex sex, int age, double microvolts, boolean present) {
        OptionalInt years = age < 0 ? OptionalInt.empty() : OptionalInt.of(age);
        Patient patient = new Patient(Optional.empty(), Optional.empty(), sex, years);
        Cases ecg = Cases.normal().patient(patient).st(Lead.V2, microvolts).st(Lead.V3, microvolts);

        assertThat(judge(ecg) instanceof Verdict.Present).isEqualTo(present);
    }

    @ParameterizedTest(name = "II and aVF at {0} uV, present: {1}")
    @CsvSource({"99, false", "100, true"})
    void theOtherLeadsHaveALimitOfOneMillimetre(double microvolts, boolean present) {
        Cases ecg = Cases.normal().st(Lead.II, microvolts).st(Lead.AVF, microvolts);

        assertThat(judge(ecg) instanceof Verdict.Present).isEqualTo(present);
    }

    @Test
    void oneLeadAloneIsAbsent() {
        assertThat(judge(Cases.normal().st(Lead.AVF, 400))).isInstanceOf(Verdict.Absent.class);
    }

    @Test
    void leadsThatAreNoNeighboursAreAbsent() {
        assertThat(judge(Cases.normal().st(Lead.I, 400).st(Lead.V6, 400))).isInstanceOf(Verdict.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LBBB", "PACED", "WPW", "VT", "VF"})
    void isNotJudgedWhereStFollowsTheQrs(String statement) {
        Cases ecg = Cases.normal().st(Lead.II, 300).st(Lead.AVF, 300).statement(statement, 0.9);

        assertThat(judge(ecg)).isInstanceOf(Verdict.Absent.class);
    }

    @Test
    void rightBundleBranchBlockDoesNotHideIt() {
        Cases ecg = Cases.normal().st(Lead.II, 300).st(Lead.AVF, 300).qrs(140).statement("RBBB", 0.9);

        assertThat(judge(ecg)).isInstanceOf(Verdict.Present.class);
    }

    @Test
    void isNotJudgedInAChild() {
        Cases ecg = Cases.normal().st(Lead.II, 300).st(Lead.AVF, 300).patient(Patient.of(Sex.MALE, 15));

        assertThat(judge(ecg)).isInstanceOf(Verdict.Absent.class);
    }

    @ParameterizedTest(name = "aVL at {0} uV, hard: {1}")
    @CsvSource({"-49, false", "-50, true"})
    void reciprocalDepressionMakesItHard(double microvolts, boolean hard) {
        Cases ecg = inferior(150).st(Lead.AVL, microvolts);

        assertThat(finding(ecg).hard()).isEqualTo(hard);
    }

    @ParameterizedTest(name = "II, III and aVF at {0} uV, hard: {1}")
    @CsvSource({"199, false", "200, true"})
    void twiceTheLimitInTwoLeadsMakesItHard(double microvolts, boolean hard) {
        assertThat(finding(inferior(microvolts)).hard()).isEqualTo(hard);
    }

    @Test
    void symptomsMakeItHard() {
        Cases ecg = inferior(150).with(new Symptoms(true, false, false, false));

        assertThat(finding(ecg).hard()).isTrue();
    }

    @Test
    void everyRaisedLeadStandsInTheEvidenceWithItsLimit() {
        assertThat(finding(inferior(150)).evidence())
                .extracting(Evidence::lead, Evidence::value, Evidence::threshold)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.of(Lead.II), 150.0, 100.0),
                        org.assertj.core.groups.Tuple.tuple(Optional.of(Lead.III), 150.0, 100.0),
                        org.assertj.core.groups.Tuple.tuple(Optional.of(Lead.AVF), 150.0, 100.0));
    }

    @ParameterizedTest(name = "T of {0} uV: {1}")
    @CsvSource({"299, RED", "300, YELLOW"})
    void aSmallStBesideATallTWithoutSymptomsAsksForARepeat(double t, TriageLevel level) {
        LeadLevels shape = new LeadLevels(0, 0, 900, -200, 120, 120, t, 20_000);
        Cases ecg = Cases.normal().levels(Lead.V4, shape).levels(Lead.V5, shape);

        assertThat(finding(ecg).level()).isEqualTo(level);
    }

    @Test
    void symptomsOverruleTheShapeOfEarlyRepolarisation() {
        LeadLevels shape = new LeadLevels(0, 0, 900, -200, 120, 120, 400, 20_000);
        Cases ecg = Cases.normal()
                .levels(Lead.V4, shape)
                .levels(Lead.V5, shape)
                .with(new Symptoms(true, false, false, false));

        assertThat(finding(ecg).level()).isEqualTo(TriageLevel.RED);
    }

    @Test
    void anElevationGoneAfter60MillisecondsIsNone() {
        LeadLevels slur = new LeadLevels(0, 0, 900, -200, 150, 40, 250, 20_000);

        assertThat(judge(Cases.normal().levels(Lead.V4, slur).levels(Lead.V5, slur)))
                .isInstanceOf(Verdict.Absent.class);
    }

    private static Cases inferior(double microvolts) {
        return Cases.normal().st(Lead.II, microvolts).st(Lead.III, microvolts).st(Lead.AVF, microvolts);
    }

    private Finding finding(Cases ecg) {
        return ((Verdict.Present) judge(ecg)).findings().get(0);
    }

    private Verdict judge(Cases ecg) {
        return rule.judge(ecg.ecg(), RuleProfile.DEFAULT);
    }
}
