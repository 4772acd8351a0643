package org.ecgnet.triage.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalsTest {

    private static final double[] CORRECT = {400, 600, -300, 250, 500, 900, 800, 550};
    private static final double NEARLY_NORMAL = 1e12;

    @ParameterizedTest(name = "{0} is named from a gain of {1} on")
    @CsvSource({"V1_V2, 3", "V5_V6, 3", "RA_LA, 5", "RA_LL, 5", "LA_LL, 6"})
    void anExchangeIsNamedFromItsLeastGainOn(ElectrodeSwap swap, double least) {
        assertThat(placement(swap, least - 0.01, true)).isEqualTo(Placement.RIGHT);
        assertThat(placement(swap, least + 0.01, true).reversal().orElseThrow().swap())
                .isEqualTo(swap);
    }

    @Test
    void pacedAndVentricularBeatsNeedMore() {
        assertThat(placement(ElectrodeSwap.RA_LA, 9.99, false)).isEqualTo(Placement.RIGHT);
        assertThat(placement(ElectrodeSwap.RA_LA, 10.01, false).reversal()).isPresent();
        assertThat(placement(ElectrodeSwap.V3_V4, 1000, false)).isEqualTo(Placement.RIGHT);
    }

    @Test
    void moreGainIsMoreSure() {
        double little =
                placement(ElectrodeSwap.V2_V3, 4, true).reversal().orElseThrow().score();
        double much = placement(ElectrodeSwap.V2_V3, 20, true)
                .reversal()
                .orElseThrow()
                .score();

        assertThat(little).isBetween(0.5, 0.7);
        assertThat(much).isGreaterThan(0.95);
    }

    /** What is said of a beat with electrodes exchanged when undoing it gains so much. */
    private static Placement placement(ElectrodeSwap swap, double gain, boolean likeOthers) {
        BeatSlices correct = beat(CORRECT);
        BeatSlices recorded = correct.each(swap::of);
        double apart = 0;
        for (int k = 0; k < BeatSlices.QRS; k++) {
            for (int lead = 0; lead < CORRECT.length; lead++) {
                double gap = correct.scaled().get(k)[lead] - recorded.scaled().get(k)[lead];
                apart += gap * gap;
            }
        }
        return Reversals.likeliest(recorded, table(correct, 2 * gain / apart), likeOthers);
    }

    private static CorrectBeats table(BeatSlices correct, double precision) {
        List<double[]> means = new ArrayList<>();
        List<double[][]> precisions = new ArrayList<>();
        for (double[] slice : correct.scaled()) {
            double[][] matrix = new double[CORRECT.length][CORRECT.length];
            for (int k = 0; k < matrix.length; k++) {
                matrix[k][k] = precision;
            }
            means.add(slice.length == 0 ? new double[CORRECT.length] : slice);
            precisions.add(matrix);
        }
        return new CorrectBeats(NEARLY_NORMAL, means, precisions);
    }

    /** The same instant in every part of the QRS, without P and T. */
    private static BeatSlices beat(double[] eight) {
        List<double[]> slices = new ArrayList<>();
        for (int k = 0; k < BeatSlices.QRS; k++) {
            slices.add(eight.clone());
        }
        slices.add(new double[0]);
        slices.add(new double[0]);
        return new BeatSlices(slices);
    }
}
