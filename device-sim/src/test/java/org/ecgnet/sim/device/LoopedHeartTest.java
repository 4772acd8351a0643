package org.ecgnet.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;

class LoopedHeartTest {

    @Test
    void theLoopIsTheHeartAndThenTheHeartAgainForEveryUnit() {
        SampleRate rate = new SampleRate(250);
        HeartSource heart = new HeartSource(Scenario.AF, 5, rate, Lead.INDEPENDENT_8);
        LoopedHeart loop = new LoopedHeart(new HeartSource(Scenario.AF, 5, rate, Lead.INDEPENDENT_8), 2);
        SampleSource one = loop.fromTheStart();
        SampleSource other = loop.fromTheStart();

        for (int sample = 0; sample < 500; sample++) {
            assertThat(one.next().orElseThrow().counts())
                    .isEqualTo(heart.next().orElseThrow().counts());
        }
        assertThat(one.next().orElseThrow()).isSameAs(other.next().orElseThrow());
        assertThat(one.format()).isEqualTo(heart.format());
    }
}
