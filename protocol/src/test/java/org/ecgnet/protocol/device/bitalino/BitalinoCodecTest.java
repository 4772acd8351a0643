package org.ecgnet.protocol.device.bitalino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.protocol.device.BareAmplifiers.profile;
import static org.ecgnet.protocol.device.BareAmplifiers.read;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.RejectReason;
import org.junit.jupiter.api.Test;

class BitalinoCodecTest {

    // one channel, counts 512, 513, 514, 1023: low six bits, high four, number and checksum by hand
    private static final String FOUR = "00080e 040815 08082b fc0f3c";

    @Test
    void fourFramesInARowAreReadBitByBitAsDescribed() {
        List<DeviceEvent> events = read(one(), FOUR);

        DeviceEvent.Announced announced = (DeviceEvent.Announced) events.get(0);
        assertThat(announced.format().leads()).containsExactly(Lead.II);
        // 3.3 V / 1100 / 2^10
        assertThat(announced.format().scales().get(0).microvoltsPerCount()).isCloseTo(2.929688, within(1e-6));
        assertThat(announced.format().scales().get(0).baselineCounts()).isEqualTo(512);
        assertThat(events.stream()
                        .skip(1)
                        .map(event -> ((Samples) event).counts().get(0)[0]))
                .containsExactly(512, 513, 514, 1023);
        assertThat(events.stream().skip(1).map(event -> ((Samples) event).sequence()))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void threeFramesInARowAreNotEnough() {
        assertThat(read(one(), FOUR.substring(0, 20))).isEmpty();
    }

    @Test
    void bytesBeforeTheFramesAreRejectedAsOne() {
        List<DeviceEvent> events = read(one(), "ffeedd11" + FOUR);

        assertThat(events.get(0)).isEqualTo(new DeviceEvent.Rejected(RejectReason.BAD_CHECKSUM, 4));
        assertThat(events).hasSize(6);
    }

    @Test
    void aDamagedFrameCostsItselfAlone() {
        DeviceCodec codec = one();
        read(codec, FOUR);

        List<DeviceEvent> events = read(codec, "00081d" + FOUR);

        assertThat(events.get(0)).isEqualTo(new DeviceEvent.Rejected(RejectReason.BAD_CHECKSUM, 3));
        assertThat(events.stream().filter(Samples.class::isInstance)).hasSize(4);
    }

    @Test
    void theVersionAnnouncesTheUnit() {
        List<DeviceEvent> events = read(one(), "42495461 6c696e6f 5f76352e 320a");

        assertThat(events).hasSize(1);
        assertThat(((DeviceEvent.Announced) events.get(0)).firmware()).isEqualTo("v5.2");
    }

    @Test
    void theStartSetsTheRateAndAsksForTheWiredChannelsAlone() {
        DeviceCodec codec = new BitalinoModel().codec(profile("bitalino", 1000, 0, 0, "-", "II", "-", "V1"));

        assertThat(codec.write(DeviceCommand.START)).containsExactly(0b1100_0011, 0b0010_1001);
        assertThat(codec.write(DeviceCommand.STOP)).containsExactly(0);
        assertThat(codec.write(DeviceCommand.IDENTIFY)).containsExactly(7);
    }

    @Test
    void aRateThatTheUnitDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> new BitalinoModel().codec(profile("bitalino", 500, 0, 0, "II")))
                .hasMessage("rate: 500 (expected for bitalino: 100 or 1000)");
    }

    private static DeviceCodec one() {
        return new BitalinoModel().codec(profile("bitalino", 1000, 0, 0, "-", "II"));
    }
}
