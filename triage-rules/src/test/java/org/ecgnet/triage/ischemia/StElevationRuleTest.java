package org.ecgnet.triage.ischemia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.ecgnet.triage.measure.StShape;
import org.ecgnet.triage.measure.TShape;
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
    @ValueSource(strings = {"LBBB", "PACED", "VT", "VF"})
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
        Cases ecg = Cases.normal().levels(Lead.V4, shape).levels(Lead.V5, shape).qt(440);

        assertThat(finding(ecg).level()).isEqualTo(level);
    }

    @ParameterizedTest(name = "QT {0} ms, so that the formula gives {2}: {1}")
    @CsvSource({"424, '', 18.13", "426, Y07, 18.23"})
    void theFormulaOfFourVariablesTellsEarlyRepolarisationFromALadOcclusion(double qt, String said, double formula) {
        LeadLevels shape = new LeadLevels(0, 0, 900, -200, 120, 120, 400, 20_000);
        Cases ecg = Cases.normal().levels(Lead.V4, shape).levels(Lead.V5, shape).qt(qt);

        assertThat(EarlyRepolarisation.fourVariables(ecg.ecg()).orElseThrow()).isCloseTo(formula, within(0.006));
        assertThat(said(ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "a notch of {0} uV: {1}")
    @CsvSource({"29, Y07", "30, ''"})
    void awayFromV2ToV4TheNotchDecides(double notch, String said) {
        LeadLevels shape =
                new LeadLevels(0, 0, 900, -200, 120, 120, 400, 20_000).with(new StShape(120, 120, 120, 0, notch));

        assertThat(said(Cases.normal().levels(Lead.V5, shape).levels(Lead.V6, shape)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "Q of {0} uV and {1} ms: {2}")
    @CsvSource({"-99, 30, Y07", "-100, 29, Y07", "-100, 30, R11"})
    void aQIsNoEarlyRepolarisation(double q, double millis, String said) {
        LeadLevels shape = new LeadLevels(q, millis, 900, -200, 120, 120, 400, 20_000);

        assertThat(said(Cases.normal().levels(Lead.V5, shape).levels(Lead.V6, shape)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "J + 80 ms at {0} uV below a line at {1}: {2}")
    @CsvSource({"232, 232, Y07", "233, 232, R11"})
    void anStAboveTheLineFromJToTIsAnInfarctions(double j80, double line, String said) {
        LeadLevels shape = new LeadLevels(0, 0, 900, -200, 120, 120, 400, 20_000)
                .with(new StShape(130, 150, j80, 1, 0))
                .with(new TShape(400, 200, 0, 200, 120));

        assertThat(120 + (400 - 120) * 80 / 200.0).isEqualTo(line);
        assertThat(said(Cases.normal().levels(Lead.V5, shape).levels(Lead.V6, shape)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "S of {0} uV in V3: {1}")
    @CsvSource({"-29, R11", "-30, ''"})
    void theLossOfSInV3IsNoEarlyRepolarisation(double s, String said) {
        LeadLevels shape = new LeadLevels(0, 0, 900, -200, 120, 120, 400, 20_000);
        LeadLevels v3 = new LeadLevels(0, 0, 900, s, 0, 0, 400, 20_000);
        Cases ecg = Cases.normal().levels(Lead.V3, v3).levels(Lead.V4, shape).levels(Lead.V5, shape);

        assertThat(said(ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "J + 40 ms at {0} uV: {1}")
    @CsvSource({"79, ''", "80, R11"})
    void whatIsGoneFortyMillisecondsLaterWasTheEndOfTheQrs(double j40, String said) {
        LeadLevels shape = new LeadLevels(0, 0, 900, -200, 150, 80, 250, 20_000).with(new StShape(100, j40, 80, -1, 0));

        assertThat(said(Cases.normal().levels(Lead.V5, shape).levels(Lead.V6, shape)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "ST of {0} uV facing a QRS of 4 mV: {1}")
    @CsvSource({"999, ''", "1000, R11"})
    void inTheVoltageOfHypertrophyAQuarterOfADeepQrsIsNeeded(double j, String said) {
        LeadLevels deep = new LeadLevels(0, 0, 400, -3600, j, j, 1200, -60_000);

        assertThat(said(Cases.normal().levels(Lead.V1, deep).levels(Lead.V2, deep)))
                .isEqualTo(said);
    }

    @Test
    void inTheVoltageOfHypertrophyAnElevationWhereRPrevailsStillCounts() {
        LeadLevels deep = new LeadLevels(0, 0, 400, -3600, 0, 0, 300, -60_000);
        Cases ecg = inferior(150).levels(Lead.V1, deep).st(Lead.AVL, -60);

        assertThat(said(ecg)).isEqualTo("R11");
    }

    @ParameterizedTest(name = "I at 100 uV and aVR at {0} uV: {1}")
    @CsvSource({"-99, ''", "-100, R11"})
    void invertedAvrIsANeighbourOfI(double avr, String said) {
        Cases ecg = Cases.normal().st(Lead.I, 100).st(Lead.AVR, avr).st(Lead.III, -50);

        assertThat(said(ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "rate {0}: score {1}")
    @CsvSource({"130, 0.95", "131, 0.75"})
    void aFastRateLowersTheConfidenceAndGatesNothing(double rate, double score) {
        assertThat(finding(inferior(250).rate(rate)).score()).isCloseTo(score, within(1e-9));
    }

    @Test
    void preexcitationRaisesWhatItCannotTell() {
        assertThat(judge(inferior(300).statement("WPW", 0.9))).isInstanceOf(Verdict.CannotTell.class);
        assertThat(judge(Cases.normal().statement("WPW", 0.9))).isInstanceOf(Verdict.Absent.class);
    }

    @ParameterizedTest(name = "QRS {0} ms: raised {1}")
    @CsvSource({"128, false", "130, true"})
    void aWideQrsWithoutANameRaisesWhatItCannotTell(double qrs, boolean unknown) {
        LeadLevels negative = new LeadLevels(0, 0, 200, -1500, 210, 210, 400, -40_000);
        Cases ecg = Cases.normal()
                .levels(Lead.V2, negative)
                .levels(Lead.V3, negative)
                .qrs(qrs);

        assertThat(judge(ecg) instanceof Verdict.CannotTell).isEqualTo(unknown);
    }

    @Test
    void anInferiorElevationAsksForTheRightChestLeads() {
        assertThat(finding(inferior(150)).english()).contains("V3R and V4R");
        assertThat(finding(inferior(150).st(Lead.V4R, 0)).english()).doesNotContain("V3R");
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

    private String said(Cases ecg) {
        return judge(ecg) instanceof Verdict.Present present
                ? present.findings().get(0).rule()
                : "";
    }

    private Verdict judge(Cases ecg) {
        return rule.judge(ecg.ecg(), RuleProfile.DEFAULT);
    }
}
