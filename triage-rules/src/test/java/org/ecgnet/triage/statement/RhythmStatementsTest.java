package org.ecgnet.triage.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.measure.AtrialActivity;
import org.ecgnet.triage.measure.Beat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmStatementsTest {

    private static final double[] IRREGULAR = {900, 610, 780, 1040, 700, 850, 560, 960, 660, 740};

    @ParameterizedTest(name = "{0}/min")
    @CsvSource({"99.4, false", "99.5, true"})
    void sinusTachycardiaBeginsWhereTheRateIsWrittenAsAHundred(double rate, boolean fast) {
        assertThat(scores(Cases.normal().rate(rate)).claimed("ST")).isEqualTo(fast);
        assertThat(scores(Cases.normal().rate(rate)).claimed("SR")).isNotEqualTo(fast);
    }

    @ParameterizedTest(name = "{0}/min")
    @CsvSource({"54.9, true", "55.1, false"})
    void sinusBradycardiaEndsBetweenTheOldAndTheNewDefinition(double rate, boolean slow) {
        assertThat(scores(Cases.normal().rate(rate)).claimed("SB")).isEqualTo(slow);
    }

    @ParameterizedTest(name = "irregularity {0}")
    @CsvSource({"0.0849, false", "0.0851, true"})
    void fibrillationIsIrregular(double irregularity, boolean fibrillates) {
        assertThat(scores(fibrillation(0, 0).rr(irregularity, IRREGULAR)).claimed("AF"))
                .isEqualTo(fibrillates);
    }

    @ParameterizedTest(name = "reproducibility {0}")
    @CsvSource({"0.599, true", "0.601, false"})
    void aPThatComesAgainIsNoFibrillation(double reproducibility, boolean fibrillates) {
        assertThat(scores(fibrillation(reproducibility, 0)).claimed("AF")).isEqualTo(fibrillates);
    }

    @ParameterizedTest(name = "prominence {0}")
    @CsvSource({"0.99, true", "1.01, false"})
    void wavesOfAnyShapeThatWaitForTheQrsAreNoFibrillation(double prominence, boolean fibrillates) {
        assertThat(scores(fibrillation(0, prominence)).claimed("AF")).isEqualTo(fibrillates);
    }

    /** Three of nine others are a third, two of nine less than a quarter. */
    @Test
    void intervalsThatReturnAreNoFibrillation() {
        double[] twice = IRREGULAR.clone();
        twice[1] = 900;
        twice[4] = 902;
        double[] thrice = twice.clone();
        thrice[7] = 898;

        assertThat(scores(fibrillation(0, 0).rr(0.2, twice)).claimed("AF")).isTrue();
        assertThat(scores(fibrillation(0, 0).rr(0.2, thrice)).claimed("AF")).isFalse();
    }

    @ParameterizedTest(name = "cycle alike {0}")
    @CsvSource({"0.639, false", "0.641, true"})
    void flutterRepeatsItself(double strength, boolean flutter) {
        AtrialActivity atria = new AtrialActivity(0, 0, 0, 0, 214, strength, List.of());

        assertThat(scores(Cases.normal().atria(atria)).claimed("AFL")).isEqualTo(flutter);
    }

    @ParameterizedTest(name = "irregularity {0}")
    @CsvSource({"0.099, false", "0.101, true"})
    void irregularWideBeatsAreFibrillationToo(double irregularity, boolean fibrillates) {
        Scores scores = scores(fibrillation(0, 0)
                .rate(170)
                .qrs(140)
                .beats(wide())
                .rr(irregularity, 380, 300, 410, 340, 460, 320, 390, 290, 430, 360));

        assertThat(scores.claimed("VT")).isTrue();
        assertThat(scores.claimed("AF")).isEqualTo(fibrillates);
    }

    @ParameterizedTest(name = "share {0}")
    @CsvSource({"0.25, false", "0.26, true"})
    void aPThatFewBeatsShowDatesNoAvBlock(double share, boolean block) {
        assertThat(scores(Cases.normal().pr(300).p(share, 150)).claimed("AVB1")).isEqualTo(block);
    }

    @ParameterizedTest(name = "PR {0} ms")
    @CsvSource({"218, false", "220, true"})
    void firstDegreeBlockBeginsAtTwoHundredAndTwentyMilliseconds(double pr, boolean block) {
        assertThat(scores(Cases.normal().pr(pr)).claimed("AVB1")).isEqualTo(block);
    }

    private static List<Beat> wide() {
        List<Beat> beats = new ArrayList<>();
        for (int r = 200; r < 5000; r += 180) {
            beats.add(new Beat(r, Beat.Kind.NORMAL, true));
        }
        return beats;
    }

    private static Cases fibrillation(double reproducibility, double prominence) {
        return Cases.normal()
                .rr(0.2, IRREGULAR)
                .atria(new AtrialActivity(0, 0, reproducibility, prominence, 0, 0, List.of()));
    }

    private static Scores scores(Cases of) {
        return Statements.of(of.ecg().measured(), UnitMarks.NONE);
    }
}
