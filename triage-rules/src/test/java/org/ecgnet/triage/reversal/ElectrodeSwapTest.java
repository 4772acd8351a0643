package org.ecgnet.triage.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElectrodeSwapTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    /** Potentials of the electrodes RA, LA, LL, RL, V1 to V6, in any unit; the legs are at one potential. */
    private static double[] potentials(Random random) {
        double[] at = random.doubles(10, -1, 1).toArray();
        at[3] = at[2];
        return at;
    }

    private static double[] eight(double[] at) {
        double terminal = (at[0] + at[1] + at[2]) / 3;
        double[] leads = new double[8];
        leads[0] = at[1] - at[0];
        leads[1] = at[2] - at[0];
        for (int v = 0; v < 6; v++) {
            leads[2 + v] = at[4 + v] - terminal;
        }
        return leads;
    }

    @ParameterizedTest
    @EnumSource(ElectrodeSwap.class)
    void theLeadsAreThoseThatTheMovedElectrodesMeasure(ElectrodeSwap swap) {
        Random random = new Random(7);
        for (int n = 0; n < 50; n++) {
            double[] right = potentials(random);
            double[] wrong = right.clone();
            int[] pair = electrodes(swap);
            wrong[pair[0]] = right[pair[1]];
            wrong[pair[1]] = right[pair[0]];

            assertThat(swap.of(eight(right))).containsExactly(eight(wrong), EXACT);
        }
    }

    @Test
    void exchangingTwiceIsNotExchangingWhereNothingIsLost() {
        double[] leads = new Random(1).doubles(8).toArray();
        for (ElectrodeSwap swap : ElectrodeSwap.reversible()) {
            assertThat(swap.of(swap.of(leads))).as(swap.name()).containsExactly(leads, EXACT);
        }
        assertThat(ElectrodeSwap.reversible()).hasSize(8);
    }

    private static int[] electrodes(ElectrodeSwap swap) {
        return switch (swap) {
            case RA_LA -> new int[] {0, 1};
            case RA_LL -> new int[] {0, 2};
            case LA_LL -> new int[] {1, 2};
            case RA_RL -> new int[] {0, 3};
            case LA_RL -> new int[] {1, 3};
            case V1_V2 -> new int[] {4, 5};
            case V2_V3 -> new int[] {5, 6};
            case V3_V4 -> new int[] {6, 7};
            case V4_V5 -> new int[] {7, 8};
            case V5_V6 -> new int[] {8, 9};
        };
    }
}
