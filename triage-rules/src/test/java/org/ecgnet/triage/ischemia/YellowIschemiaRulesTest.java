package org.ecgnet.triage.ischemia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.PShape;
import org.ecgnet.triage.measure.TShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Y07, Y08, Y11 and Y16: what is to be acted on the same day. */
class YellowIschemiaRulesTest {

    private final TriageRule imminent = new ImminentInfarctionRule();
    private final TriageRule inversion = new TWaveInversionRule();
    private final TriageRule q = new PathologicalQRule();
    private final TriageRule pericarditis = new PericarditisRule();

    @ParameterizedTest(name = "T up to {0}, then down to {1} uV, ST {2}: {3}")
    @CsvSource({
        "100, -100, 0, WELLENS_A",
        "99, -100, 0, ''",
        "100, -99, 0, ''",
        "100, -100, 101, ''",
        "100, -100, 100, WELLENS_A",
        "0, -199, 0, ''",
        "0, -200, 0, WELLENS_B",
    })
    void wellensIsABiphasicOrDeeplyInvertedT(double up, double down, double st, String code) {
        LeadLevels shape = new LeadLevels(0, 0, 600, -900, st, st, up, -5_000).with(new TShape(up, 150, down, 230, 90));

        assertThat(code(Cases.normal().levels(Lead.V2, shape).levels(Lead.V3, shape)))
                .isEqualTo(code);
    }

    @Test
    void aTThatGoesDownBeforeItGoesUpIsNoWellens() {
        LeadLevels shape = new LeadLevels(0, 0, 600, -900, 0, 0, 150, -5_000).with(new TShape(150, 230, -150, 150, 90));

        assertThat(code(Cases.normal().levels(Lead.V2, shape).levels(Lead.V3, shape)))
                .isEmpty();
    }

    @Test
    void aQMakesItAnEvolvedInfarctionAndNoWellens() {
        LeadLevels shape = new LeadLevels(-150, 40, 600, -900, 0, 0, 0, -5_000).with(new TShape(0, 150, -400, 230, 90));

        assertThat(code(Cases.normal().levels(Lead.V2, shape).levels(Lead.V3, shape)))
                .isEmpty();
    }

    @ParameterizedTest(name = "T of {0} uV beside a QRS of {1} uV: {2}")
    @CsvSource({"750, 1000, HYPERACUTE_T", "749, 1000, ''", "500, 600, HYPERACUTE_T", "499, 600, ''"})
    void aTNearlyAsLargeAsItsQrsIsHyperacute(double t, double qrs, String code) {
        LeadLevels shape = new LeadLevels(0, 0, qrs / 2, -qrs / 2, 0, 0, t, 0).with(new TShape(t, 180, 0, 180, 140));

        assertThat(code(Cases.normal().levels(Lead.V3, shape).levels(Lead.V4, shape)))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "III and aVF at {0} uV, aVL at {1} uV: {2}")
    @CsvSource({
        "49, -50, ''",
        "50, -50, ST_ELEVATION_BORDERLINE",
        "99, -50, ST_ELEVATION_BORDERLINE",
        "50, -49, ''",
        "100, -50, ''",
    })
    void halfAnElevationWithItsMirrorAsksForARepeat(double st, double mirror, String code) {
        Cases ecg = Cases.normal().st(Lead.III, st).st(Lead.AVF, st).st(Lead.AVL, mirror);

        assertThat(code(ecg)).isEqualTo(code);
    }

    @ParameterizedTest(name = "T of V4 and V5 at {0} uV: {1}")
    @CsvSource({"-99, ''", "-100, Y08"})
    void anInvertedTOfAMillimetreIsYellow(double t, String said) {
        assertThat(Said.by(inversion, inverted(t, Lead.V4, Lead.V5))).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} and {1} at {2} years: {3}")
    @CsvSource({"V1, V2, 60, ''", "V2, V3, 60, ''", "V3, V4, 19, ''", "V3, V4, 20, Y08", "III, AVF, 60, Y08"})
    void whatIsNormalIsLeftOut(Lead one, Lead two, int age, String said) {
        assertThat(Said.by(inversion, inverted(-300, one, two).patient(Patient.of(Sex.FEMALE, age))))
                .isEqualTo(said);
    }

    @Test
    void anInvertedTWhereSPrevailsIsNormal() {
        LeadLevels deep = new LeadLevels(0, 0, 200, -900, 0, 0, -300, -20_000);

        assertThat(Said.by(inversion, Cases.normal().levels(Lead.III, deep).levels(Lead.AVF, deep)))
                .isEmpty();
    }

    @Test
    void underTheVoltageOfHypertrophyItCountsWithSymptomsOnly() {
        LeadLevels strain = new LeadLevels(0, 0, 3500, -200, 0, 0, -300, 60_000);
        Cases ecg = Cases.normal().levels(Lead.V5, strain).levels(Lead.V6, strain);

        assertThat(Said.by(inversion, ecg)).isEmpty();
        assertThat(Said.by(inversion, ecg.with(Said.PAIN))).isEqualTo("Y08");
    }

    @ParameterizedTest(name = "Q of {0} uV and {1} ms in {2} and {3}: {4}")
    @CsvSource({
        "-100, 30, II, AVF, Y11",
        "-99, 30, II, AVF, ''",
        "-100, 29, II, AVF, ''",
        "-20, 20, V2, V3, Y11",
        "-20, 19, V2, V3, ''",
        "-300, 50, V1, V2, ''",
    })
    void aQOfAnInfarctionIsWideAndDeepEnoughInTwoLeads(double depth, double millis, Lead one, Lead two, String said) {
        LeadLevels shape = new LeadLevels(depth, millis, 800, -200, 0, 0, 300, 20_000);

        assertThat(Said.by(q, Cases.normal().levels(one, shape).levels(two, shape)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "S of {0} uV without an R in V2 and V3: {1}")
    @CsvSource({"-199, ''", "-200, Y11"})
    void aQsIsOneToo(double s, String said) {
        LeadLevels qs = new LeadLevels(0, 0, 0, s, 0, 0, 300, -40_000);

        assertThat(Said.by(q, Cases.normal().levels(Lead.V2, qs).levels(Lead.V3, qs)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} leads at {1} uV, PR at {2} uV in {3}, aVL at {4} uV: {5}")
    @CsvSource({
        "5, 50, -50, 3, 0, Y16",
        "4, 50, -50, 3, 0, ''",
        "5, 49, -50, 3, 0, ''",
        "5, 50, -49, 3, 0, ''",
        "5, 50, -50, 2, 0, ''",
        "5, 50, -50, 3, -50, ''",
        "5, 50, -50, 3, -49, Y16",
    })
    void aRaisedStAllOverWithASunkenPrIsPericarditis(
            int leads, double st, double pr, int prLeads, double avl, String said) {
        Cases ecg = Cases.normal().st(Lead.AVL, avl);
        List<Lead> order = List.of(Lead.II, Lead.V5, Lead.V6, Lead.I, Lead.AVF);
        for (int k = 0; k < leads; k++) {
            LeadLevels raised = new LeadLevels(0, 0, 800, -200, st, st, 300, 20_000);
            ecg.levels(order.get(k), k < prLeads ? raised.with(new PShape(100, 0, 0, pr)) : raised);
        }

        assertThat(Said.by(pericarditis, ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "RR {0} ms: {1}")
    @CsvSource({"579.9, ''", "580.1, Y16"})
    void withoutALevelBetweenTAndPNoPrIsSunken(double rr, String said) {
        Cases ecg = Cases.normal().rate(60_000 / rr); // T ends 400 ms after the QRS onset, P begins 160 ms before it
        LeadLevels raised = new LeadLevels(0, 0, 800, -200, 80, 80, 300, 20_000).with(new PShape(100, 0, 0, -80));
        List.of(Lead.II, Lead.V5, Lead.V6, Lead.I, Lead.AVF).forEach(lead -> ecg.levels(lead, raised));

        assertThat(Said.by(pericarditis, ecg)).isEqualTo(said);
    }

    private static Cases inverted(double t, Lead one, Lead two) {
        LeadLevels shape = new LeadLevels(0, 0, 800, -200, 0, 0, t, 20_000);
        return Cases.normal().levels(one, shape).levels(two, shape);
    }

    private String code(Cases ecg) {
        return Said.by(imminent, ecg).isEmpty()
                ? ""
                : Said.finding(imminent, ecg).code();
    }
}
