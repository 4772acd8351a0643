package org.ecgnet.triage.electrolyte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.TShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectrolyteRulesTest {

    private static final Symptoms DYSPNOEA = new Symptoms(false, false, true, false);
    private static final List<Lead> CHEST = List.of(Lead.V2, Lead.V3);

    @ParameterizedTest(name = "T of II and V3 {0} and {1} uV, {2} ms wide: {3}")
    @CsvSource({
        "599, 1000, 90, ''",
        "600, 999, 90, ''",
        "600, 1000, 90, Y13 YELLOW",
        "600, 1000, 100, Y13 YELLOW",
        "600, 1000, 101, ''",
    })
    void tIsPeakedInTwoLeadsByHeightAndBase(double limb, double chest, double width, String said) {
        assertThat(said(
                        new HyperkalaemiaRule(),
                        Cases.normal().levels(Lead.II, t(limb, width)).levels(Lead.V3, t(chest, width))))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "rate {0}, QRS {1} ms, P {2} uV, symptoms {3}: {4}")
    @CsvSource({
        "49.9, 90, 150, true, R22 RED",
        "50, 90, 150, true, Y13 YELLOW",
        "49.9, 90, 150, false, Y13 YELLOW",
        "70, 110, 150, true, Y13 YELLOW",
        "70, 112, 150, true, R22 RED",
        "70, 90, 50, true, Y13 YELLOW",
        "70, 90, 49.9, true, R22 RED",
        "70, 118, 49.9, false, Y13 YELLOW",
        "70, 120, 49.9, false, R22 RED HARD",
        "70, 120, 50, false, Y13 YELLOW",
    })
    void peakedTIsRedWithWhatForetellsHarmAndHardWithoutP(
            double rate, double qrs, double p, boolean symptoms, String said) {
        Cases ecg = peaked().rate(rate).qrs(qrs).p(1, p).with(symptoms ? DYSPNOEA : Symptoms.NONE);

        assertThat(said(new HyperkalaemiaRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "P before {0} of the beats: {1}")
    @CsvSource({"0.5, Y13 YELLOW", "0.49, R22 RED HARD"})
    void fewerThanHalfOfTheBeatsLedByPAreNone(double share, String said) {
        assertThat(said(new HyperkalaemiaRule(), peaked().qrs(130).p(share, 150)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "P of {0} uV: {1}")
    @CsvSource({"599, Y13 YELLOW", "600, R22 RED HARD"})
    void aWaveTooLargeForAPIsNone(double microvolts, String said) {
        assertThat(said(new HyperkalaemiaRule(), peaked().qrs(130).p(1, microvolts)))
                .isEqualTo(said);
    }

    @Test
    void aPeakedTBehindAnUprightQrsIsNoneOfALeftBlock() {
        assertThat(said(new HyperkalaemiaRule(), peaked().qrs(130).p(0, 0).statement("LBBB", 0.9)))
                .isEqualTo("R22 RED HARD");
    }

    @Test
    void peakedTOfALeftBlockOrAPacedBeatIsItsOwn() {
        LeadLevels behindS =
                new LeadLevels(0, 0, 100, -1500, 0, 0, 1200, -40_000).with(new TShape(1200, 200, 0, 0, 80));
        Cases block = Cases.normal().levels(Lead.V1, behindS).levels(Lead.V2, behindS);
        assertThat(said(new HyperkalaemiaRule(), block)).isEqualTo("Y13 YELLOW");
        assertThat(said(new HyperkalaemiaRule(), block.statement("LBBB", 0.9))).isEmpty();
        assertThat(said(new HyperkalaemiaRule(), peaked().statement("PACED", 0.9)))
                .isEmpty();
    }

    /** A sine of this period swings through period / pi at its steepest; smoothing over 12 ms takes nothing of that. */
    @ParameterizedTest(name = "sine of {0} ms, {1}/min, P before {2} of the beats: {3}")
    @CsvSource({
        "306, 80, 0, ''",
        "324, 80, 0, R22 RED HARD",
        "750, 80, 0, R22 RED HARD",
        "750, 199.9, 0, R22 RED HARD",
        "750, 200, 0, ''",
        "750, 80, 1, ''",
    })
    void aSlowSwingWithoutPIsASineWave(double period, double rate, double p, String said) {
        double[] wave = new double[500];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = 800 * Math.sin(2 * Math.PI * 2 * i / period);
        }
        Cases ecg = Cases.normal()
                .median(List.of(Lead.II, Lead.V2), new double[][] {wave, wave})
                .rate(rate)
                .p(p, 150);

        assertThat(said(new HyperkalaemiaRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "T {0}, U {1} uV: {2}")
    @CsvSource({"150, 155, Y13 YELLOW", "165, 150, ''", "60, 90, ''", "60, 110, Y13 YELLOW"})
    void aUAsHighAsTIsYellowFromATenthOfAMillivolt(double t, double u, String said) {
        assertThat(said(new HypokalaemiaRule(), withU(t, u, 45))).isEqualTo(said);
    }

    @ParameterizedTest(
            name = "U {0} uV below T, {1} ms to the middle of its fall, {2} shapes of ventricular beats, VT {3}: {4}")
    @CsvSource({
        "106, 70, 2, 0, R23 RED",
        "106, 70, 1, 0, ''",
        "106, 70, 0, 0.9, R23 RED",
        "95, 70, 2, 0, ''",
        "106, 68, 2, 0, R23 RED",
        "106, 64, 2, 0, ''",
    })
    void aULongAndHighEnoughIsRedWithVentricularBeatsOfTwoShapes(
            double u, double sigma, int shapes, double vt, String said) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            boolean wide = k % 3 == 2 && k / 3 < shapes;
            beats.add(new Beat(
                    200 + 400 * k,
                    wide ? Beat.Kind.VENTRICULAR : Beat.Kind.NORMAL,
                    wide,
                    wide ? 1 + k / 3 : 0,
                    wide ? 150 : 90,
                    1));
        }

        assertThat(said(
                        new HypokalaemiaRule(),
                        withU(300, u, sigma).beats(beats).statement("VT", vt)))
                .isEqualTo(said);
    }

    @Test
    void flutterWavesAreNoU() {
        assertThat(said(new HypokalaemiaRule(), withU(100, 200, 45).statement("AFL", 0.9)))
                .isEmpty();
    }

    private static Cases peaked() {
        return Cases.normal().levels(Lead.V3, t(1200, 80)).levels(Lead.V4, t(1200, 80));
    }

    private static LeadLevels t(double microvolts, double width) {
        return new LeadLevels(0, 0, 800, -200, 0, 0, microvolts, 20_000).with(new TShape(microvolts, 200, 0, 0, width));
    }

    /** A T 250 ms and a U 440 ms behind the QRS onset, in V2 and V3. */
    private static Cases withU(double t, double u, double sigma) {
        double[] x = new double[480];
        for (int i = 0; i < x.length; i++) {
            double millis = 2.0 * (i - 150);
            x[i] = bump(millis, 40, 12, 900) + bump(millis, 250, 28, t) + bump(millis, 440, sigma, u);
        }
        return Cases.normal().median(CHEST, new double[][] {x, x});
    }

    private static double bump(double at, double middle, double sigma, double height) {
        return height * Math.exp(-Math.pow((at - middle) / sigma, 2) / 2);
    }

    private static String said(TriageRule rule, Cases ecg) {
        return rule.judge(ecg.ecg(), RuleProfile.DEFAULT) instanceof Verdict.Present present
                ? present.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.level() + (finding.hard() ? " HARD" : ""))
                        .collect(Collectors.joining(", "))
                : "";
    }
}
