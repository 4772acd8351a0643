package org.ecgnet.protocol.device.healthypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.protocol.device.BareAmplifiers.profile;
import static org.ecgnet.protocol.device.BareAmplifiers.read;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthyPiCodecTest {

    private static final String REST = "0000 00000000 00000000 420e 12 62 48 50 78";
    private static final String FRAME = "0afa 1400 02 85ff" + REST + "00 000b";

    @Test
    void aFrameIsReadByteByByteAsDescribed() {
        List<DeviceEvent> events = read(unit(), FRAME);

        DeviceEvent.Announced announced = (DeviceEvent.Announced) events.get(0);
        assertThat(announced.format().rate()).isEqualTo(new SampleRate(125));
        assertThat(announced.format().leads()).containsExactly(Lead.II);
        // 2.42 V / 12 / (2^23 - 1) * 2^8
        assertThat(announced.format().scales().get(0).microvoltsPerCount()).isCloseTo(6.15438, within(1e-5));
        Samples samples = (Samples) events.get(1);
        assertThat(samples.counts().get(0)).containsExactly(-123);
        assertThat(samples.leadsOff()).isEmpty();
    }

    @Test
    void aLeadOffBitOfTheConverterIsTheLeads() {
        List<DeviceEvent> events = read(unit(), "0afa 1400 02 0000" + REST + "08 000b");

        assertThat(((Samples) events.get(1)).leadsOff()).isEqualTo(Set.of(Lead.II));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "0afa 1500 02, BAD_LENGTH",
        "0afa 1400 03, UNKNOWN_TYPE",
        "0afa 1400 02 85ff 0000 00000000 00000000 420e 12 62 48 50 78 00 000c, BAD_END",
        "0bfa, NO_SYNC"
    })
    void aFrameThatIsWrongIsRejectedByNameAndTheNextIsReadWithAGap(String wrong, RejectReason reason) {
        DeviceCodec codec = unit();
        int before = ((Samples) read(codec, FRAME).get(1)).sequence();

        List<DeviceEvent> events = read(codec, wrong + FRAME);

        assertThat(events.get(0))
                .isEqualTo(
                        new DeviceEvent.Rejected(reason, wrong.replace(" ", "").length() / 2));
        assertThat(((Samples) events.get(1)).sequence()).isEqualTo(before + 2);
    }

    @Test
    void itTakesNoCommands() {
        assertThat(unit().write(DeviceCommand.START)).isEmpty();
    }

    @Test
    void anUnknownGainOrASecondLeadIsRefused() {
        assertThatThrownBy(() -> new HealthyPiModel().codec(profile("healthypi-v4", 125, 0, 0, "II")))
                .hasMessageStartingWith("gain: not set");
        assertThatThrownBy(() -> new HealthyPiModel().codec(profile("healthypi-v4", 125, 12, 0, "I", "II")))
                .hasMessageStartingWith("leads: 2 channels");
    }

    private static DeviceCodec unit() {
        return new HealthyPiModel().codec(profile("healthypi-v4", 500, 12, 0, "II"));
    }
}
