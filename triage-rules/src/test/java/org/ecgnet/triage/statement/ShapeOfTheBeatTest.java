package org.ecgnet.triage.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.measure.AtrialActivity;
import org.ecgnet.triage.measure.Deflection;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.Fibrillation;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.MedianBeat;
import org.ecgnet.triage.measure.QrsForm;
import org.ecgnet.triage.measure.Rhythm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fascicular blocks, hypertrophy and pre-excitation, each at the edge of its claim. */
class ShapeOfTheBeatTest {

    /** With q in aVL claimed from 4 degrees less than half-way, without from 4 more. */
    @ParameterizedTest(name = "axis {0}, q of aVL {1} uV: {2}")
    @CsvSource({"-31, 25, false", "-33, 25, true", "-33, 24, false", "-39, 0, false", "-41, 0, true", "-101, 25, false"
    })
    void leftAnteriorBlockIsAnAxisUpAndLeft(double axis, double q, boolean claimed) {
        assertThat(Fascicles.anterior(leftAxis(axis, q, true)) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @Test
    void anInferiorQIsNoLeftAnteriorBlock() {
        assertThat(Fascicles.anterior(leftAxis(-60, 30, false))).isZero();
    }

    @ParameterizedTest(name = "axis {0}, q of III and aVF {1} uV: {2}")
    @CsvSource({"99, 30, false", "101, 30, true", "120, 24, false", "120, 25, true"})
    void leftPosteriorBlockIsAnAxisToTheRight(double axis, double q, boolean claimed) {
        double one = 1000 * Math.cos(Math.toRadians(axis));
        double foot = 1000 * Math.sin(Math.toRadians(axis)) * Math.sqrt(3) / 2;
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        forms.put(Lead.I, form(100, one - 100));
        forms.put(Lead.AVL, form(50, -600));
        forms.put(Lead.III, form(-q, foot + q));
        forms.put(Lead.AVF, form(-q, foot + q));

        assertThat(Fascicles.posterior(forms) >= Scores.CLAIM).isEqualTo(claimed);
    }

    /** S V1, R V5 and R aVL with S V3, each at its limit; the two that are exceeded most count. */
    @ParameterizedTest(name = "S V1 {0}, R V5 {1}, R aVL {2}, S V3 {3} uV, {4}: {5}")
    @CsvSource({
        "1500, 2000, 800, 2000, MALE, true",
        "1490, 1990, 800, 2000, MALE, false",
        "1500, 2000, 800, 1900, MALE, false",
        "1500, 2000, 0, 2000, FEMALE, true",
        "1500, 2000, 0, 1990, FEMALE, false",
        "1500, 2000, 0, 2000, UNKNOWN, true",
        "500, 500, 1110, 1700, MALE, true",
        "500, 500, 1090, 1690, MALE, false",
    })
    void leftHypertrophyIsTwoVoltagesAtTheirLimits(
            double sV1, double rV5, double rAvl, double sV3, Sex sex, boolean claimed) {
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        Lead.STANDARD_12.forEach(lead -> forms.put(lead, form(300, -300)));
        forms.put(Lead.V1, form(100, -sV1));
        forms.put(Lead.V5, form(rV5, -100));
        forms.put(Lead.V6, form(300, -100));
        forms.put(Lead.AVL, form(rAvl, -50));
        forms.put(Lead.V3, form(200, -sV3));

        assertThat(Voltage.left(forms, sex) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @Test
    void withoutAllLeadsNoHypertrophyIsSaid() {
        assertThat(Voltage.left(Map.of(Lead.V1, form(0, -4000)), Sex.MALE)).isZero();
        assertThat(Voltage.right(Map.of())).isZero();
    }

    @Test
    void rightHypertrophyIsATallROfV1WithAnAxisToTheRight() {
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        forms.put(Lead.V1, form(900, -200));
        forms.put(Lead.I, form(200, -700));
        forms.put(Lead.AVF, form(900, -100));
        forms.put(Lead.V6, form(500, -600));
        double ill = Voltage.right(forms);
        forms.put(Lead.V1, form(200, -900));

        assertThat(ill).isGreaterThanOrEqualTo(Scores.CLAIM);
        assertThat(Voltage.right(forms)).isLessThan(Scores.CLAIM);
    }

    @ParameterizedTest(name = "PR {0}, QRS {1} ms, steep after {2} ms: {3}")
    @CsvSource({
        "122, 110, 60, true",
        "124, 110, 60, false",
        "110, 108, 60, true",
        "110, 106, 60, false",
        "110, 120, 50, true",
        "110, 120, 44, false",
    })
    void preExcitationIsAShortPrAWideQrsAndASlowStart(double pr, double qrs, double steepMillis, boolean claimed) {
        assertThat(PreExcitation.score(beat(pr, qrs, steepMillis)) >= Scores.CLAIM)
                .isEqualTo(claimed);
    }

    /** A flat slope until the steep one begins. */
    private static MeasuredEcg beat(double pr, double qrs, double steepMillis) {
        SampleRate rate = new SampleRate(500);
        double[] x = new double[400];
        int on = 150;
        int steep = on + rate.samplesIn(steepMillis);
        for (int i = on; i < x.length; i++) {
            x[i] = x[i - 1] + (i < steep ? 3 : i < steep + 12 ? 80 : 0);
        }
        Delineation waves = new Delineation(
                OptionalInt.of(on - rate.samplesIn(pr)),
                OptionalInt.of(on - rate.samplesIn(pr) + 20),
                OptionalInt.of(on - rate.samplesIn(pr) + 40),
                on,
                on + rate.samplesIn(qrs),
                OptionalInt.empty(),
                OptionalInt.empty());
        return new MeasuredEcg(
                LeadSignals.of(rate, List.of(), new double[0][]),
                List.of(),
                new Rhythm(List.of(), 70, 0, Rhythm.Interval.NONE, 0, 0),
                Optional.of(new MedianBeat(rate, List.of(Lead.V5), new double[][] {x}, 170, 8)),
                Optional.of(waves),
                Map.of(),
                new Fibrillation(List.of()),
                AtrialActivity.sinus(1, 150),
                Optional.empty());
    }

    private static Map<Lead, QrsForm> leftAxis(double axis, double q, boolean inferiorR) {
        double one = 1000 * Math.cos(Math.toRadians(axis));
        double foot = 1000 * Math.sin(Math.toRadians(axis)) * Math.sqrt(3) / 2;
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        forms.put(Lead.I, one > 0 ? form(one, 0) : form(0, one));
        forms.put(Lead.AVL, q > 0 ? form(-q, 700) : form(700, 0));
        for (Lead lead : List.of(Lead.II, Lead.III)) {
            forms.put(lead, inferiorR ? form(100, -600) : form(0, -600));
        }
        forms.put(Lead.AVF, inferiorR ? form(100, foot - 100) : form(0, foot));
        return forms;
    }

    /** Two deflections of 40 ms; one of no height is none. */
    private static QrsForm form(double first, double second) {
        Deflection one = new Deflection(first, 0, 20, 40);
        Deflection two = new Deflection(second, 40, 60, 80);
        return new QrsForm(first == 0 ? List.of(two) : second == 0 ? List.of(one) : List.of(one, two));
    }
}
