package org.ecgnet.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;

class DeviceCodecsTest {

    @Test
    void everyModelIsListedOnceByName() {
        assertThat(DeviceCodecs.models())
                .containsExactly(
                        "ads129x-raw",
                        "bitalino",
                        "healthypi-v4",
                        "openbci-cyton",
                        "reference",
                        "usb-box-12",
                        "usb-box-12-strict");
    }

    @Test
    void everyListedModelGivesACodecOfThatName() {
        for (String model : DeviceCodecs.models()) {
            String[] leads = model.equals("healthypi-v4") ? new String[] {"II"} : new String[] {"I", "II"};
            UnitProfile profile = BareAmplifiers.profile(model, 1000, 6, 2.4, leads);
            assertThat(DeviceCodecs.of(profile).model()).isEqualTo(model);
        }
    }

    @Test
    void anUnknownModelIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> DeviceCodecs.of(profile("usb-box12")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model: 'usb-box12' (expected: one of " + DeviceCodecs.models()
                        + ", did you mean 'usb-box-12'?)");
    }

    private static UnitProfile profile(String model) {
        return new UnitProfile(model, 921_600, new SampleRate(500), 2.44140625);
    }
}
