package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.sim.heart.BeatTruth;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.sim.heart.SimulatedEcg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated hearts, whose beats are known to the sample. */
class QrsDetectorTest {

    private static final int SECONDS = 12;
    private static final double EDGE_MILLIS = 400;
    private static final double MATCH_MILLIS = 150;

    @ParameterizedTest(name = "at {0} Hz")
    @ValueSource(ints = {125, 250, 360, 500, 1000})
    void findsEveryBeatAtAnyRateInEightLeadsTwoAndOne(int hertz) {
        for (Scenario scenario : List.of(Scenario.NORMAL, Scenario.AF, Scenario.RBBB, Scenario.VT)) {
            SimulatedEcg heart = Hearts.recording(scenario, 7, SECONDS, new SampleRate(hertz));
            LeadSignals all = LeadSignals.of(heart.recording().waveform());

            assertExact(heart, all.independent());
            assertExact(heart, all.only(Set.of(Lead.II, Lead.V1)));
            assertExact(heart, all.only(Set.of(Lead.II)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSES", "ASYSTOLE", "COMPLETE_AV_BLOCK", "HYPERKALAEMIA", "LONG_QT", "FLUTTER", "SVT"})
    void noWaveOfAtriaOrRepolarisationIsAComplex(Scenario scenario) {
        for (int seed = 1; seed <= 3; seed++) {
            SimulatedEcg heart = Hearts.recording(scenario, seed, SECONDS, new SampleRate(500));

            assertExact(heart, LeadSignals.of(heart.recording().waveform()).independent());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ECTOPY", "LBBB", "PACED"})
    void wideBeatsAreFoundOnceAndTheirTWavesAreNot(Scenario scenario) {
        for (int seed = 1; seed <= 5; seed++) {
            SimulatedEcg heart = Hearts.recording(scenario, seed, SECONDS, new SampleRate(500));
            LeadSignals leads = LeadSignals.of(heart.recording().waveform())
                    .withoutPulses(heart.recording().marks().paceSamples());

            assertExact(heart, leads.independent());
        }
    }

    @Test
    void whatHasNoLeadOrNoSecondHasNoBeat() {
        SampleRate rate = new SampleRate(500);

        assertThat(QrsDetector.detect(LeadSignals.of(rate, List.of(), new double[0][])))
                .isEmpty();
        assertThat(QrsDetector.detect(LeadSignals.of(rate, List.of(Lead.II), new double[1][100])))
                .isEmpty();
        assertThat(QrsDetector.detect(LeadSignals.of(rate, List.of(Lead.II), new double[1][5000])))
                .isEmpty();
    }

    @ParameterizedTest(name = "R {0} ms before the end: {1} beats")
    @CsvSource({"50, 9", "80, 10"})
    void aComplexOfWhichHalfIsCutOffIsNotCounted(int beforeTheEnd, int beats) {
        int last = 600 + 9 * 800;
        double[] x = new double[last + beforeTheEnd];
        for (int r = 600; r <= last; r += 800) {
            for (int i = r - 60; i < Math.min(x.length, r + 60); i++) {
                x[i] = 1000 * Math.exp(-(i - r) * (i - r) / 400.0);
            }
        }

        assertThat(QrsDetector.detect(LeadSignals.of(new SampleRate(1000), List.of(Lead.II), new double[][] {x})))
                .hasSize(beats);
    }

    private static void assertExact(SimulatedEcg heart, LeadSignals leads) {
        double hertz = leads.rate().hertz();
        double[] found = Arrays.stream(QrsDetector.detect(leads))
                .mapToDouble(r -> r * 1000 / hertz)
                .filter(QrsDetectorTest::inside)
                .toArray();
        double[] beats = heart.truth().beats().stream()
                .mapToDouble(QrsDetectorTest::middle)
                .filter(at -> inside(at - MATCH_MILLIS) && inside(at + MATCH_MILLIS))
                .toArray();

        for (double beat : beats) {
            assertThat(Arrays.stream(found).boxed())
                    .as("%s, %s leads, beat at %.0f ms", heart.truth().scenario(), leads.leads(), beat)
                    .anyMatch(r -> Math.abs(r - beat) <= MATCH_MILLIS);
        }
        assertThat(found)
                .as("%s, %s leads", heart.truth().scenario(), leads.leads())
                .hasSizeBetween(beats.length, beats.length + 2);
    }

    private static double middle(BeatTruth beat) {
        return (beat.qrs().onMillis() + beat.qrs().offMillis()) / 2;
    }

    private static boolean inside(double millis) {
        return millis >= EDGE_MILLIS && millis <= SECONDS * 1000 - EDGE_MILLIS;
    }
}
