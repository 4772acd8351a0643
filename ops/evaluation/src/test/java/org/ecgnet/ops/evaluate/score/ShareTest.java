package org.ecgnet.ops.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** Newcombe 1998, table I, method 3 (Wilson without continuity correction). */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThePublishedOne(int hits, int all, double low, double high) {
        assertThat(new Share(hits, all).low()).isCloseTo(low, within(0.00005));
        assertThat(new Share(hits, all).high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void nothingOfNothingIsADash() {
        assertThat(new Share(0, 0).percent(1)).isEqualTo("-");
        assertThat(new Share(1, 1).percent(1)).isEqualTo("100.0 [20.7-100.0] (1/1)");
    }
}
