package org.ecgnet.triage.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.measure.LeadLevels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeStatementsTest {

    private static final Patient MAN_60 = Patient.of(Sex.MALE, 60);

    @ParameterizedTest(name = "{0} and {1} of a {2} of {3} at {4} uV: {5}")
    @CsvSource({
        "II, AVF, MALE, 60, 99, false", "II, AVF, MALE, 60, 100, true",
        "V2, V3, MALE, 60, 199, false", "V2, V3, MALE, 60, 200, true",
        "V2, V3, MALE, 39, 249, false", "V2, V3, MALE, 39, 250, true",
        "V2, V3, FEMALE, 60, 149, false", "V2, V3, FEMALE, 60, 150, true",
    })
    void elevationIsClaimedFromTheLimitOfItsLeadsOn(
            Lead one, Lead two, Sex sex, int age, double microvolts, boolean claimed) {
        Cases ecg = Cases.normal().st(one, microvolts).st(two, microvolts);

        assertThat(score(ecg, "STE", Patient.of(sex, age)) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "V5 and V6 at {0} uV: {1}")
    @CsvSource({"-49, false", "-50, true"})
    void depressionFromHalfAMillimetreOn(double microvolts, boolean claimed) {
        Cases ecg = Cases.normal().st(Lead.V5, microvolts).st(Lead.V6, microvolts);

        assertThat(score(ecg, "STD", MAN_60) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "from -100 to {0} uV in 80 ms: {1}")
    @CsvSource({"-75, true", "-74, false"})
    void whatClimbsIsNone(double j80, boolean claimed) {
        LeadLevels climbing = new LeadLevels(0, 0, 800, -200, -100, -100 + (j80 + 100) * 0.75, 300, 20_000);
        Cases ecg = Cases.normal().levels(Lead.V5, climbing).levels(Lead.V6, climbing);

        assertThat(score(ecg, "STD", MAN_60) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "T of V4 and V5 at {0} uV under an R of {1} and an S of {2} uV: {3}")
    @CsvSource({"-99, 800, -200, false", "-100, 800, -200, true", "-300, 200, -800, false"})
    void inversionFromAMillimetreOnWhereRPrevails(double t, double r, double s, boolean claimed) {
        LeadLevels inverted = new LeadLevels(0, 0, r, s, 0, 0, t, 20_000);
        Cases ecg = Cases.normal().levels(Lead.V4, inverted).levels(Lead.V5, inverted);

        assertThat(score(ecg, "TWI", MAN_60) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "Q of {0} uV and {1} ms in {2} and {3}: {4}")
    @CsvSource({
        "-100, 30, III, AVF, true", "-99, 30, III, AVF, false", "-100, 29, III, AVF, false",
        "-50, 20, V2, V3, true", "-50, 19, V2, V3, false", "-300, 60, V1, V2, false",
    })
    void anOldInfarctionByItsQ(double q, double millis, Lead one, Lead two, boolean claimed) {
        LeadLevels shape = new LeadLevels(q, millis, 800, -200, 0, 0, 300, 20_000);
        Cases ecg = Cases.normal().levels(one, shape).levels(two, shape);

        assertThat(score(ecg, "MI_OLD", MAN_60) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "R of {0} uV beside an S of {1} uV in V3: {2}")
    @CsvSource({"150, -1000, true", "151, -1000, false", "300, -2000, true", "301, -2100, false", "20, -299, false"})
    void orByALowRInV3(double r, double s, boolean claimed) {
        Cases ecg = Cases.normal().levels(Lead.V3, new LeadLevels(0, 0, r, s, 0, 0, 300, -20_000));

        assertThat(score(ecg, "MI_OLD", MAN_60) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "V3 at {0}, V4 at {1} uV, I and aVL at {2} uV: {3}")
    @CsvSource({
        "400, 124, 0, false",
        "400, 125, 0, true",
        "400, 74, -50, false",
        "400, 75, -50, true",
    })
    void anAcuteInfarctionNeedsLessWithADepressionElsewhere(double v3, double v4, double mirror, boolean claimed) {
        Cases ecg = Cases.normal()
                .st(Lead.V3, v3)
                .st(Lead.V4, v4)
                .st(Lead.I, mirror)
                .st(Lead.AVL, mirror);

        assertThat(score(ecg, "MI_ACUTE", MAN_60) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LBBB", "PACED", "WPW", "VT"})
    void whatABlockOrPacingExplainsIsClaimedNowhere(String explained) {
        Cases ecg = Cases.normal()
                .st(Lead.V5, -300)
                .st(Lead.V6, -300)
                .st(Lead.II, 300)
                .st(Lead.AVF, 300);
        Map<String, Double> scores =
                ShapeStatements.of(ecg.ecg().measured(), new Scores(Map.of(explained, 0.9)), MAN_60);

        assertThat(scores.values()).allSatisfy(score -> assertThat(score).isLessThan(Scores.CLAIM));
    }

    @Test
    void inRightBundleBranchBlockV1ToV3FollowTheQrs() {
        Cases ecg = Cases.normal().st(Lead.V1, -200).st(Lead.V2, -200);
        Scores block = new Scores(Map.of("RBBB", 0.9));

        assertThat(ShapeStatements.of(ecg.ecg().measured(), block, MAN_60).getOrDefault("STD", 1.0))
                .isLessThan(Scores.CLAIM);
    }

    private static double score(Cases ecg, String code, Patient patient) {
        return ShapeStatements.of(ecg.ecg().measured(), new Scores(Map.of()), patient)
                .getOrDefault(code, 0.0);
    }
}
