package org.ecgnet.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;

class DeviceCodecsTest {

    @Test
    void everyModelIsListedOnceByName() {
        assertThat(DeviceCodecs.models()).containsExactly("reference", "usb-box-12", "usb-box-12-strict");
    }

    @Test
    void everyListedModelGivesACodecOfThatName() {
        for (String model : DeviceCodecs.models()) {
            assertThat(DeviceCodecs.of(profile(model)).model()).isEqualTo(model);
        }
    }

    @Test
    void anUnknownModelIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> DeviceCodecs.of(profile("usb-box12")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model: 'usb-box12' (expected: one of [reference, usb-box-12, usb-box-12-strict]"
                        + ", did you mean 'usb-box-12'?)");
    }

    private static UnitProfile profile(String model) {
        return new UnitProfile(model, 921_600, new SampleRate(500), 2.44140625);
    }
}
