package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KappaTest {

    /** Bounds by the delta method with numerical derivatives, computed apart. */
    @ParameterizedTest(name = "{0} both, {1} machine, {2} physician, {3} neither")
    @CsvSource({
        "20, 5, 10, 15, 0.400000, 0.151092, 0.648908",
        "40, 3, 5, 200, 0.889495, 0.814381, 0.964610",
        "90, 10, 5, 900, 0.914818, 0.872143, 0.957494",
        "3, 1, 2, 94, 0.651163, 0.283541, 1.000000",
    })
    void kappaAndItsIntervalAreThoseComputedApart(
            int both, int machine, int physician, int neither, double value, double low, double high) {
        Kappa kappa = Kappa.of(both, machine, physician, neither).orElseThrow();

        assertThat(kappa.value()).isCloseTo(value, within(1e-4));
        assertThat(kappa.low()).isCloseTo(low, within(1e-4));
        assertThat(kappa.high()).isCloseTo(high, within(1e-4));
    }

    @Test
    void agreementNoBetterThanChanceIsZeroAndWorseIsBelow() {
        assertThat(Kappa.of(25, 25, 25, 25).orElseThrow().value()).isCloseTo(0, within(1e-12));
        assertThat(Kappa.of(0, 10, 10, 0).orElseThrow().value()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void whereOneSaysTheSameEveryTimeNothingIsSaidBeyondChance() {
        assertThat(Kappa.of(0, 0, 0, 0)).isEmpty();
        assertThat(Kappa.of(30, 0, 0, 0)).isEmpty();
        assertThat(Kappa.of(0, 0, 0, 30)).isEmpty();
        assertThat(Kappa.of(20, 10, 0, 0)).isEmpty();
    }

    @Test
    void anEditedClaimIsSaidByBothAndWhatNobodySaidIsCounted() {
        var count = new Agreement.Count("AF", 15, 5, 5, 10);
        var figures = new Agreement.Figures(50, java.util.List.of(count));

        assertThat(figures.neither(count)).isEqualTo(15);
        assertThat(figures.kappa(count).orElseThrow().value()).isCloseTo(0.4, within(1e-9));
    }
}
