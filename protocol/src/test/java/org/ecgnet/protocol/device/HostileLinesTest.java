package org.ecgnet.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.hostile.Ordeal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileLinesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noLineMakesACodecThrowOrHoldBackMoreThanAFrame(long seed) {
        Ordeal ordeal = HostileLines.check(seed, 4_000);

        assertThat(ordeal.inputs()).isEqualTo(4_000L * DeviceCodecs.all().size());
        assertThat(ordeal.legal()).isPositive();
    }
}
