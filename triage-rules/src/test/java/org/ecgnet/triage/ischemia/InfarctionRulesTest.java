package org.ecgnet.triage.ischemia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.StShape;
import org.ecgnet.triage.measure.TShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R12 to R17: the infarctions that the limits of the standard leads do not show. */
class InfarctionRulesTest {

    private final TriageRule provincial = new ChineseStElevationRule();
    private final TriageRule posterior = new PosteriorInfarctionRule();
    private final TriageRule right = new RightVentricularInfarctionRule();
    private final TriageRule bundle = new BundleBranchInfarctionRule();
    private final TriageRule deWinter = new DeWinterRule();
    private final TriageRule diffuse = new DiffuseIschemiaRule();

    @ParameterizedTest(name = "V2 and V3 at {0} uV, present: {1}")
    @CsvSource({"299, false", "300, true"})
    void theProvincialListsAskForThreeMillimetresInV1ToV3(double microvolts, boolean present) {
        Cases ecg = Cases.normal().st(Lead.V2, microvolts).st(Lead.V3, microvolts);

        assertThat(provincial.judge(ecg.ecg(), counting()) instanceof Verdict.Present)
                .isEqualTo(present);
    }

    @ParameterizedTest(name = "II and aVF at {0} uV, present: {1}")
    @CsvSource({"99, false", "100, true"})
    void andForOneElsewhere(double microvolts, boolean present) {
        Cases ecg =
                Cases.normal().st(Lead.II, microvolts).st(Lead.AVF, microvolts).st(Lead.AVL, -50);

        assertThat(provincial.judge(ecg.ecg(), counting()) instanceof Verdict.Present)
                .isEqualTo(present);
    }

    @Test
    void whereTheProfileDoesNotCountItR11SaysIt() {
        assertThat(Said.by(provincial, Cases.normal().st(Lead.II, 300).st(Lead.AVF, 300)))
                .isEmpty();
    }

    @ParameterizedTest(name = "V2 and V3 at {0} uV: {1}")
    @CsvSource({"-49, ''", "-50, R13"})
    void aSunkenFrontWithUprightTAndTallRIsABackWall(double microvolts, String said) {
        assertThat(Said.by(posterior, front(microvolts))).isEqualTo(said);
    }

    @ParameterizedTest(name = "R {0} uV, S {1} uV in V2: {2}")
    @CsvSource({"500, -500, ''", "501, -500, R13"})
    void rMustBeTallerThanSInV2(double r, double s, String said) {
        LeadLevels v2 = new LeadLevels(0, 0, r, s, -100, -100, 300, 1_000);

        assertThat(Said.by(posterior, front(-100).levels(Lead.V2, v2))).isEqualTo(said);
    }

    @ParameterizedTest(name = "V8 at {0} uV in a {1} of {2}: {3}")
    @CsvSource({
        "49, FEMALE, 60, ''",
        "50, FEMALE, 60, R13",
        "99, MALE, 39, ''",
        "100, MALE, 39, R13",
        "50, MALE, 40, R13"
    })
    void v7ToV9DecideWhereTheyAreRecorded(double v8, Sex sex, int age, String said) {
        Cases ecg = front(-100).st(Lead.V8, v8).patient(Patient.of(sex, age));

        assertThat(Said.by(posterior, ecg)).isEqualTo(said);
    }

    @Test
    void aBackWallIsAskedFor() {
        assertThat(Said.finding(posterior, front(-100)).english()).contains("record V7, V8 and V9");
        assertThat(Said.finding(posterior, front(-100).st(Lead.V8, 80)).english())
                .contains("confirmed");
    }

    @ParameterizedTest(name = "V4R at {0} uV in a man of {1}: {2}")
    @CsvSource({"49, 60, ''", "50, 60, R14", "99, 29, ''", "100, 29, R14", "50, 30, R14"})
    void aRaisedV4rBesideInferiorLeadsIsTheRightVentricle(double v4r, int age, String said) {
        Cases ecg = Cases.normal()
                .st(Lead.II, 150)
                .st(Lead.AVF, 150)
                .st(Lead.V4R, v4r)
                .patient(Patient.of(Sex.MALE, age));

        assertThat(Said.by(right, ecg)).isEqualTo(said);
    }

    @Test
    void v4rAloneIsNone() {
        assertThat(Said.by(right, Cases.normal().st(Lead.V4R, 200))).isEmpty();
    }

    @ParameterizedTest(name = "{1} at {0} uV in {2}: {3}")
    @CsvSource({
        "99, I, LBBB, ''",
        "100, I, LBBB, R15",
        "100, V5, PACED, R15",
        "500, I, RBBB, ''",
    })
    void anStThatGoesWithAnUprightQrsIsSgarbossasFirst(double j, Lead lead, String statement, String said) {
        LeadLevels upright = new LeadLevels(0, 0, 1200, 0, j, j, 300, 90_000);

        assertThat(Said.by(bundle, wide(statement).levels(lead, upright))).isEqualTo(said);
    }

    @ParameterizedTest(name = "{1} at {0} uV in {2}: {3}")
    @CsvSource({"-99, V2, LBBB, ''", "-100, V2, LBBB, R15", "-100, V5, LBBB, ''", "-100, V5, PACED, R15"})
    void anStThatSinksWithANegativeQrsIsHisSecond(double j, Lead lead, String statement, String said) {
        assertThat(Said.by(bundle, wide(statement).levels(lead, negative(j, -1500))))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "ST of {0} uV facing an S of {1} uV: {2}")
    @CsvSource({"374, -1500, ''", "375, -1500, R15", "99, -300, ''", "100, -300, R15"})
    void aQuarterOfTheSIsSmiths(double j, double s, String said) {
        assertThat(Said.by(bundle, wide("LBBB").levels(Lead.V2, negative(j, s))))
                .isEqualTo(said);
    }

    @Test
    void aWideQrsWithoutANameIsAskedOnlyWhereTheLimitsAreReached() {
        LeadLevels upright = new LeadLevels(0, 0, 1200, 0, 150, 150, 300, 90_000);
        Cases one = Cases.normal().qrs(150).levels(Lead.V5, upright);
        Cases two = Cases.normal().qrs(150).levels(Lead.V5, upright).levels(Lead.V6, upright);

        assertThat(Said.by(bundle, one)).isEmpty();
        assertThat(Said.by(bundle, two)).isEqualTo("R15");
    }

    @ParameterizedTest(name = "QRS {0} ms: {1}")
    @CsvSource({"220, ''", "222, ?"})
    void anUnbelievableQrsIsNotJudgedButRaised(double qrs, String said) {
        assertThat(Said.by(bundle, wide("LBBB").qrs(qrs))).isEqualTo(said);
    }

    @ParameterizedTest(name = "J {0}, J + 20 {1}, J + 80 {2}, T {3} uV: {4}")
    @CsvSource({
        "-100, -80, -50, 500, R16",
        "-99, -80, -49, 500, ''",
        "-100, -79, -50, 500, ''",
        "-100, -80, -51, 500, ''",
        "-100, -80, -50, 499, ''",
    })
    void aSunkenStThatClimbsIntoATallTIsDeWinters(double j, double j20, double j80, double t, String said) {
        LeadLevels climbing = new LeadLevels(0, 0, 900, -600, j, j80, t, 10_000)
                .with(new StShape(j20, (j20 + j80) / 2, j80, 1, 0))
                .with(new TShape(t, 200, 0, 200, 130));
        Cases ecg = Cases.normal().levels(Lead.V3, climbing).levels(Lead.V4, climbing);

        assertThat(Said.by(deWinter, ecg)).isEqualTo(said);
        assertThat(Said.by(deWinter, Cases.normal().levels(Lead.II, climbing).levels(Lead.AVF, climbing)))
                .isEmpty();
    }

    @ParameterizedTest(name = "aVR at {0} uV, {1} leads at {2} uV, symptoms {3}: {4}")
    @CsvSource({
        "100, 6, -100, true, R17",
        "100, 6, -100, false, Y08",
        "99, 6, -100, true, ''",
        "100, 5, -100, true, ''",
        "100, 6, -99, true, ''",
    })
    void depressionAllOverWithARaisedAvrIsRedWithSymptoms(double avr, int leads, double st, boolean pain, String said) {
        Cases ecg = Cases.normal().st(Lead.AVR, avr);
        List.of(Lead.I, Lead.II, Lead.V3, Lead.V4, Lead.V5, Lead.V6)
                .subList(0, leads)
                .forEach(lead -> ecg.st(lead, st));

        assertThat(Said.by(diffuse, pain ? ecg.with(Said.PAIN) : ecg)).isEqualTo(said);
    }

    private static Cases front(double microvolts) {
        LeadLevels sunken = new LeadLevels(0, 0, 800, -200, microvolts, microvolts, 300, 20_000);
        return Cases.normal().levels(Lead.V2, sunken).levels(Lead.V3, sunken);
    }

    private static Cases wide(String statement) {
        return Cases.normal().qrs(150).statement(statement, 0.9);
    }

    private static LeadLevels negative(double j, double s) {
        return new LeadLevels(0, 0, 100, s, j, j, 300, -60_000);
    }

    private static RuleProfile counting() {
        RuleProfile base = RuleProfile.DEFAULT;
        return new RuleProfile("TEST", "1", "", "", Set.of(), Map.copyOf(base.limits()));
    }
}
