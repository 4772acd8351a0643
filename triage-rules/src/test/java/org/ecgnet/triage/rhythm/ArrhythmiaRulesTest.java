package org.ecgnet.triage.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R04, R05, R08, R10, R20 and their yellow siblings, each number just below and just at. */
class ArrhythmiaRulesTest {

    private static final Symptoms SYNCOPE = new Symptoms(false, true, false, false);

    @ParameterizedTest(name = "shortest RR {0}, irregular by {1}, {2} of 10 wide: {3}")
    @CsvSource({
        "250, 0.09, 6, R08 RED HARD PRE_EXCITED_AF",
        "251, 0.09, 6, Y12 YELLOW PRE_EXCITED_AF",
        "250, 0.089, 6, ''",
        "250, 0.09, 5, ''",
    })
    void preExcitedFibrillationIsHardFromAShortestRrOf250(double rr, double irregular, int wide, String said) {
        Cases ecg = Cases.normal().rate(150).rr(irregular, 500, rr, 400).beats(beats(10, 7, wide));

        assertThat(judged(new PreExcitedFibrillationRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} of 10 beats of one shape: {1}")
    @CsvSource({"7, Y12 YELLOW PRE_EXCITED_AF", "8, ''"})
    void aShapeThatStaysIsABundleBranchBlock(int ofOneShape, String said) {
        Cases ecg = Cases.normal().rate(150).rr(0.2, 500, 300, 400).beats(beats(10, ofOneShape, 10));

        assertThat(judged(new PreExcitedFibrillationRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "RR to the ventricular beat {0} ms with QT 400, {1} times, QT {2}: {3}")
    @CsvSource({
        "398, 2, R20 RED R_ON_T",
        "398, 1, Y06 YELLOW R_ON_T",
        "400, 2, ''",
    })
    void aBeatOnTheTIsCriticalTwice(int millis, int times, String said) {
        assertThat(judged(new EctopyOnTRule(), Cases.normal().beats(early(times, millis))))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "QT {0} at 60/min: {1}")
    @CsvSource({"478, Y06 YELLOW R_ON_T", "480, R20 RED R_ON_T"})
    void oneBeatOnTheTIsCriticalFromAQtcOf480(double qt, String said) {
        assertThat(judged(new EctopyOnTRule(), Cases.normal().qt(qt).beats(early(1, 390))))
                .isEqualTo(said);
    }

    @Test
    void oneBeatOnTheTIsCriticalWithIschaemiaOrInAProfileThatCountsOne() {
        Cases ischaemia = Cases.normal().statement("STD", 0.5).beats(early(1, 390));

        assertThat(judged(new EctopyOnTRule(), ischaemia)).isEqualTo("R20 RED R_ON_T");
        Verdict cn2017 =
                new EctopyOnTRule().judge(Cases.normal().beats(early(1, 390)).ecg(), RuleProfile.named("CN2017"));
        assertThat(said(cn2017)).isEqualTo("R20 RED R_ON_T");
    }

    @ParameterizedTest(name = "{0} ventricular beats in a row, {1} ms apart, symptoms {2}: {3} / {4}")
    @CsvSource({
        "2, 500, true, '', Y06 YELLOW COUPLET",
        "3, 600, true, '', Y06 YELLOW COUPLET",
        "3, 598, false, '', Y06 YELLOW SHORT_VT",
        "3, 598, true, R05 RED HARD SHORT_VT, Y06 YELLOW SHORT_VT",
    })
    void threeVentricularBeatsFasterThan100AreARun(int row, int millis, boolean symptoms, String red, String yellow) {
        List<Beat> beats = new ArrayList<>(List.of(new Beat(100, Beat.Kind.NORMAL, false)));
        for (int k = 0; k < row; k++) {
            beats.add(new Beat(600 + k * millis / 2, Beat.Kind.VENTRICULAR, true));
        }
        beats.add(new Beat(3000, Beat.Kind.NORMAL, false));
        Cases ecg = Cases.normal().beats(beats).with(symptoms ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new WideQrsTachycardiaRule(), ecg)).isEqualTo(red);
        assertThat(judged(new ComplexEctopyRule(), ecg)).isEqualTo(yellow);
    }

    @ParameterizedTest(name = "{0} single ventricular beats of {1} shapes, every second beat {2}: {3}")
    @CsvSource({
        "2, 1, false, ''",
        "3, 1, false, Y06 YELLOW FREQUENT",
        "2, 2, false, Y06 YELLOW MULTIFORM",
        "2, 1, true, ''",
        "3, 1, true, Y06 YELLOW BIGEMINY",
    })
    void severalSingleBeatsAreYellow(int count, int shapes, boolean bigeminy, String said) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            beats.add(new Beat(100 + 1500 * k, Beat.Kind.NORMAL, false));
            if (!bigeminy) {
                beats.add(new Beat(500 + 1500 * k, Beat.Kind.NORMAL, false));
            }
            beats.add(new Beat(900 + 1500 * k, Beat.Kind.VENTRICULAR, true, 1 + k % shapes, 150, 0.7));
        }

        assertThat(judged(new ComplexEctopyRule(), Cases.normal().beats(beats))).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} wide beats in a row, alternating {1}: {2}")
    @CsvSource({"2, true, ''", "3, true, R04 RED HARD POLYMORPHIC_VT", "3, false, ''"})
    void threeBeatsOfAlternatingShapeArePolymorphic(int row, boolean alternating, String said) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            beats.add(new Beat(100 + 400 * k, Beat.Kind.NORMAL, false));
        }
        for (int k = 0; k < row; k++) {
            beats.add(new Beat(2000 + 200 * k, Beat.Kind.VENTRICULAR, true, alternating ? 1 + k % 2 : 1, 150, 0.5));
        }

        assertThat(judged(new PolymorphicTachycardiaRule(), Cases.normal().beats(beats)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} blocked of 3 P at rate {1}, syncope {2}: {3}")
    @CsvSource({
        "2, 35.0, false, R10 RED HARD HIGH_GRADE_AV_BLOCK",
        "2, 35.1, false, R10 RED HIGH_GRADE_AV_BLOCK",
        "1, 40.0, false, Y05 YELLOW AV_BLOCK_2_TO_1",
        "1, 40.0, true, R10 RED AV_BLOCK_2_TO_1",
    })
    void highGradeBlockIsHardAt35AndTwoToOneIsRedWithSyncope(int blocked, double rate, boolean syncope, String said) {
        List<Beat> beats = new ArrayList<>();
        List<Integer> p = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            p.add(100 + 400 * k);
            if (k % (blocked + 1) == 0) {
                beats.add(new Beat(180 + 400 * k, Beat.Kind.NORMAL, false));
            }
        }
        Cases ecg = Cases.normal()
                .rate(rate)
                .beats(beats)
                .pWaves(p)
                .statement("AVB2", 0.9)
                .with(syncope ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new AvBlockRule(), ecg)).isEqualTo(said);
    }

    @Test
    void completeBlockIsHardAtAnyRateAndNothingIsSaidOfAPacedOne() {
        Cases complete = Cases.normal().rate(58).statement("AVB3", 0.5);

        assertThat(judged(new AvBlockRule(), complete)).isEqualTo("R10 RED HARD COMPLETE_AV_BLOCK");
        assertThat(judged(new AvBlockRule(), complete.statement("PACED", 0.9))).isEmpty();
    }

    @ParameterizedTest(name = "PR {0}: {1}")
    @CsvSource({"298, ''", "300, Y05 YELLOW AVB1_LONG"})
    void aPrOf300IsYellow(double pr, String said) {
        assertThat(judged(new AvBlockRule(), Cases.normal().pr(pr).statement("AVB1", 0.9)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "flutter at {0}, symptoms {1}: {2}")
    @CsvSource({"150, false, Y01 YELLOW AFL", "150, true, R07 RED AFL", "200, false, R07 RED AFL"})
    void flutterIsJudgedLikeFibrillation(double rate, boolean symptoms, String said) {
        Cases ecg = Cases.normal().rate(rate).statement("AFL", 0.9).with(symptoms ? SYNCOPE : Symptoms.NONE);

        assertThat(judged(new AtrialFibrillationRule(), ecg)).isEqualTo(said);
    }

    /** The first of one shape, the others each of another; the first so many wide. */
    private static List<Beat> beats(int count, int ofOneShape, int wide) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            beats.add(new Beat(
                    200 + 200 * k,
                    k < ofOneShape ? Beat.Kind.NORMAL : Beat.Kind.OTHER,
                    k < wide,
                    k < ofOneShape ? 0 : k,
                    150,
                    1));
        }
        return beats;
    }

    /** So many ventricular beats, each so long behind a normal one. */
    private static List<Beat> early(int times, int millis) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < times; k++) {
            beats.add(new Beat(100 + 1500 * k, Beat.Kind.NORMAL, false));
            beats.add(new Beat(100 + 1500 * k + millis / 2, Beat.Kind.VENTRICULAR, true));
            beats.add(new Beat(1200 + 1500 * k, Beat.Kind.NORMAL, false));
        }
        return beats;
    }

    private static String judged(TriageRule rule, Cases ecg) {
        return said(rule.judge(ecg.ecg(), RuleProfile.DEFAULT));
    }

    private static String said(Verdict verdict) {
        if (!(verdict instanceof Verdict.Present present)) {
            return "";
        }
        return present.findings().stream()
                .map(f -> f.rule() + " " + f.level() + (f.hard() ? " HARD" : "") + " " + f.code())
                .collect(Collectors.joining(", "));
    }
}
