package org.ecgnet.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    @ParameterizedTest(name = "after {0} ms: {1}")
    @CsvSource({
        "0, CONNECTED",
        "4999, CONNECTED",
        "5000, STALLED",
        "7000, CONNECTED",
        "12000, UNPLUGGED",
        "14999, UNPLUGGED",
        "15000, CONNECTED",
        "60000, CONNECTED",
    })
    void theLineIsAsTheLastChangeLeftIt(long millis, LineState state) {
        FaultPlan plan = FaultPlan.parse("replug@15s, unplug@12s, stall@5000ms, resume@7s");

        assertThat(plan.at(Duration.ofMillis(millis))).isEqualTo(state);
    }

    @Test
    void ratesAreReadAndNothingElseHappens() {
        FaultPlan plan = FaultPlan.parse("flip=1e-4,drop=0.25");

        assertThat(plan.flipRate()).isEqualTo(1e-4);
        assertThat(plan.dropRate()).isEqualTo(.25);
        assertThat(plan.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flip", "flip=2", "drop=-1", "unplug", "unplug@x", "burn@3s", "flip=1e-4,,"})
    void whatIsNoFaultIsRefused(String text) {
        assertThatThrownBy(() -> FaultPlan.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noiseIsTheSameForTheSameSeedHoweverTheStreamIsCut() {
        byte[] bytes = new byte[50_000];
        byte[] whole = new LineNoise(.01, .01, 4).pass(bytes);
        LineNoise inParts = new LineNoise(.01, .01, 4);
        byte[] first = inParts.pass(Arrays.copyOf(bytes, 12_345));
        byte[] second = inParts.pass(new byte[50_000 - 12_345]);

        assertThat(Arrays.copyOf(whole, first.length)).isEqualTo(first);
        assertThat(Arrays.copyOfRange(whole, first.length, whole.length)).isEqualTo(second);
        assertThat(inParts.dropped()).isEqualTo(50_000 - whole.length).isBetween(400L, 600L);
        assertThat(inParts.flipped()).isBetween(400L, 600L);
    }
}
