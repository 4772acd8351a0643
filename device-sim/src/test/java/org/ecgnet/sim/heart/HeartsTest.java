package org.ecgnet.sim.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeartsTest {

    private static final SampleRate RATE = new SampleRate(500);

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void theSameSeedGivesTheSameSamplesAndAnotherSeedOthers(Scenario scenario) {
        Waveform once = Hearts.recording(scenario, 5, 4, RATE).recording().waveform();

        assertThat(Hearts.recording(scenario, 5, 4, RATE).recording().waveform())
                .isEqualTo(once);
        assertThat(Hearts.recording(scenario, 6, 4, RATE).recording().waveform())
                .isNotEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void aStreamIsTheRecordingMomentByMoment(Scenario scenario) {
        int[][] counts =
                Hearts.recording(scenario, 9, 3, RATE).recording().waveform().counts();
        HeartStream stream = Hearts.stream(scenario, 9, RATE);

        for (int sample = 0; sample < counts[0].length; sample++) {
            int at = sample;
            assertThat(stream.next().counts())
                    .isEqualTo(Arrays.stream(counts).mapToInt(lead -> lead[at]).toArray());
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void theComputedLeadsFollowFromTheLimbLeadsInWholeCounts(Scenario scenario) {
        Waveform waveform = Hearts.recording(scenario, 2, 3, RATE).recording().waveform();
        int[] one = waveform.counts(Lead.I).orElseThrow();
        int[] two = waveform.counts(Lead.II).orElseThrow();

        assertThat(waveform.counts(Lead.III).orElseThrow())
                .isEqualTo(
                        IntStream.range(0, one.length).map(n -> two[n] - one[n]).toArray());
    }

    @ParameterizedTest(name = "{0}: {1}/min")
    @CsvSource({
        "NORMAL, 72, 4",
        "SINUS_BRADYCARDIA, 44, 3",
        "SINUS_TACHYCARDIA, 118, 5",
        "AF, 92, 14",
        "FLUTTER, 150, 1",
        "SVT, 186, 2",
        "VT, 182, 3",
        "COMPLETE_AV_BLOCK, 32, 1",
        "PACED, 70, 1",
        "ANTERIOR_STEMI, 92, 4",
        "INFERIOR_STEMI, 64, 4",
    })
    void theVentriclesBeatAtTheRateThatTheScenarioNames(Scenario scenario, double perMinute, double tolerance) {
        List<BeatTruth> beats = Hearts.recording(scenario, 1, 60, RATE).truth().beats();
        double lasting = beats.get(beats.size() - 1).atMillis() - beats.get(0).atMillis();

        assertThat(60_000 * (beats.size() - 1) / lasting).isCloseTo(perMinute, within(tolerance));
    }

    @ParameterizedTest(name = "{0}: QRS {1}..{2} ms")
    @CsvSource({
        "NORMAL, 75, 105",
        "AF, 75, 105",
        "LBBB, 140, 170",
        "RBBB, 122, 150",
        "VT, 140, 180",
        "HYPERKALAEMIA, 125, 170",
        "PACED, 140, 190",
    })
    void theQrsIsAsWideAsTheDiagnosisAsks(Scenario scenario, double from, double to) {
        for (BeatTruth beat : Hearts.recording(scenario, 3, 10, RATE).truth().beats()) {
            assertThat(beat.qrs().lastingMillis()).isBetween(from, to);
        }
    }

    /** Fourth Universal Definition of MI, table 2: 200 uV in V2 and V3 (man of 40 or more), 100 uV elsewhere. */
    @Test
    void theAnteriorInfarctionIsTwiceAboveTheThresholdWithReciprocalDepression() {
        BeatShape shape = firstShape(Scenario.ANTERIOR_STEMI);

        assertThat(shape.stMicrovolts(Lead.V1)).isGreaterThan(150);
        assertThat(shape.stMicrovolts(Lead.V2)).isGreaterThan(400);
        assertThat(shape.stMicrovolts(Lead.V3)).isGreaterThan(400);
        assertThat(shape.stMicrovolts(Lead.V4)).isGreaterThan(200);
        assertThat(List.of(Lead.II, Lead.III, Lead.AVF))
                .allSatisfy(lead -> assertThat(shape.stMicrovolts(lead)).isLessThan(-50));
    }

    @Test
    void theInferiorInfarctionIsTwiceAboveTheThresholdWithReciprocalDepression() {
        BeatShape shape = firstShape(Scenario.INFERIOR_STEMI);

        assertThat(List.of(Lead.II, Lead.III, Lead.AVF))
                .allSatisfy(lead -> assertThat(shape.stMicrovolts(lead)).isGreaterThan(200));
        assertThat(List.of(Lead.I, Lead.AVL))
                .allSatisfy(lead -> assertThat(shape.stMicrovolts(lead)).isLessThan(-50));
    }

    @Test
    void aNormalHeartHasNoStDeviation() {
        assertThat(firstShape(Scenario.NORMAL).stMicrovolts().values())
                .allSatisfy(microvolts -> assertThat(Math.abs(microvolts)).isLessThan(50));
    }

    @Test
    void theStTruthIsWhatTheSamplesShow() {
        SimulatedEcg ecg = Hearts.recording(Scenario.ANTERIOR_STEMI, 12, 20, RATE);
        double[] v3 = ecg.recording().waveform().microvolts(Lead.V3).orElseThrow();
        List<BeatTruth> beats = ecg.truth().beats();
        double sum = 0;
        for (BeatTruth beat : beats.subList(1, beats.size() - 1)) {
            sum += v3[RATE.samplesIn(beat.qrs().offMillis())]
                    - v3[RATE.samplesIn(beat.qrs().onMillis())];
        }

        assertThat(sum / (beats.size() - 2)).isCloseTo(beats.get(2).shape().stMicrovolts(Lead.V3), within(25.0));
    }

    @Test
    void rGrowsFromV1ToV4AndAvrPointsDown() {
        SimulatedEcg ecg = Hearts.recording(Scenario.NORMAL, 4, 10, RATE);
        double[] heights = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4).stream()
                .mapToDouble(lead -> Arrays.stream(
                                ecg.recording().waveform().microvolts(lead).orElseThrow())
                        .max()
                        .orElseThrow())
                .toArray();

        assertThat(heights).isSorted();
        double[] avr = ecg.recording().waveform().microvolts(Lead.AVR).orElseThrow();
        BeatTruth beat = ecg.truth().beats().get(3);
        assertThat(avr[RATE.samplesIn(beat.qrs().peakMillis())]).isLessThan(-300);
    }

    @Test
    void fibrillationHasNoBeatsAndAfHasNoPWaves() {
        assertThat(Hearts.recording(Scenario.VF, 1, 10, RATE).truth().beats()).isEmpty();
        HeartTruth af = Hearts.recording(Scenario.AF, 1, 30, RATE).truth();
        assertThat(af.beats()).allSatisfy(beat -> assertThat(beat.p()).isEmpty());
        double[] rr = IntStream.range(1, af.beats().size())
                .mapToDouble(n ->
                        af.beats().get(n).atMillis() - af.beats().get(n - 1).atMillis())
                .toArray();
        double mean = Arrays.stream(rr).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(rr)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElseThrow());
        assertThat(deviation / mean).isGreaterThan(.15);
    }

    @Test
    void asystoleIsFlatAfterThreeSeconds() {
        SimulatedEcg ecg = Hearts.recording(Scenario.ASYSTOLE, 1, 10, RATE);
        double[] two = ecg.recording().waveform().microvolts(Lead.II).orElseThrow();

        assertThat(ecg.truth().beats()).hasSizeBetween(2, 4);
        assertThat(Arrays.stream(two, 4 * 500, two.length).map(Math::abs).max().orElseThrow())
                .isLessThan(100);
    }

    @Test
    void theEightLeadsSpanMoreThanADipole() {
        SimulatedEcg ecg = Hearts.recording(Scenario.NORMAL, 8, 30, RATE);
        Waveform waveform = ecg.recording().waveform();
        double[] i = waveform.microvolts(Lead.I).orElseThrow();
        double[] ii = waveform.microvolts(Lead.II).orElseThrow();
        double[] v2 = waveform.microvolts(Lead.V2).orElseThrow();
        double[] rest = waveform.microvolts(Lead.V4).orElseThrow();
        for (int n = 0; n < rest.length; n++) {
            // of a dipole alone V4 would follow from I, II and V2: Dower's rows solved for V4
            rest[n] -= 1.7276 * i[n] + .4283 * ii[n] + .4660 * v2[n];
        }
        double worst = 0;
        for (int from = -15; from <= 15; from++) {
            double sum = 0;
            for (BeatTruth beat : ecg.truth().beats().subList(1, 30)) {
                int onset = RATE.samplesIn(beat.qrs().onMillis());
                sum += rest[RATE.samplesIn(beat.atMillis()) + from] - rest[onset];
            }
            worst = Math.max(worst, Math.abs(sum / 29));
        }

        assertThat(worst).isGreaterThan(25);
    }

    @Test
    void swappedArmsInvertTheFirstLeadAndAnElectrodeOffIsMarked() {
        double[] swapped = Hearts.recording(Scenario.LA_RA_SWAP, 4, 10, RATE)
                .recording()
                .waveform()
                .microvolts(Lead.I)
                .orElseThrow();
        SimulatedEcg off = Hearts.recording(Scenario.LEAD_OFF, 4, 10, RATE);

        assertThat(Arrays.stream(swapped).min().orElseThrow()).isLessThan(-250);
        assertThat(off.recording().marks().leadsOff())
                .allSatisfy(run -> {
                    assertThat(run.from()).isEqualTo(1000);
                    assertThat(run.to()).isEqualTo(5000);
                })
                .extracting(run -> run.lead())
                .containsExactlyInAnyOrder(Lead.I, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF);
    }

    @Test
    void everyPacingPulseIsMarkedOnce() {
        SimulatedEcg paced = Hearts.recording(Scenario.PACED, 2, 10, RATE);

        assertThat(paced.recording().marks().paceSamples())
                .hasSizeBetween(
                        paced.truth().beats().size() - 1, paced.truth().beats().size() + 1);
    }

    private static BeatShape firstShape(Scenario scenario) {
        return Hearts.recording(scenario, 1, 5, RATE).truth().beats().get(0).shape();
    }
}
