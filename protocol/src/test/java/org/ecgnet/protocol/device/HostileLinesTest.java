package org.ecgnet.protocol.device;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileLinesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noLineMakesACodecThrowOrHoldBackMoreThanAFrame(long seed) {
        assertThatCode(() -> HostileLines.check(seed, 27_000)).doesNotThrowAnyException();
    }
}
