package org.ecgnet.ops.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairingTest {

    @Test
    void theNearestPairIsMadeFirstAndEachPointOnce() {
        Pairing pairs = Pairing.of(new double[] {100, 110}, new double[] {108, 140}, 30);

        assertThat(pairs.foundOf()).containsExactly(-1, 0);
        assertThat(pairs.paired()).containsExactly(true, false);
    }

    @Test
    void theToleranceItselfIsInside() {
        assertThat(Pairing.of(new double[] {100}, new double[] {75}, 25).found(0))
                .isTrue();
        assertThat(Pairing.of(new double[] {100}, new double[] {125}, 25).found(0))
                .isTrue();
        assertThat(Pairing.of(new double[] {100}, new double[] {126}, 25).found(0))
                .isFalse();
        assertThat(Pairing.of(new double[] {100}, new double[] {74}, 25).found(0))
                .isFalse();
    }

    @Test
    void nothingPairsWithNothing() {
        assertThat(Pairing.of(new double[0], new double[] {1}, 5).paired()).containsExactly(false);
        assertThat(Pairing.of(new double[] {1}, new double[0], 5).found(0)).isFalse();
    }
}
