package org.ecgnet.protocol.device.openbci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.protocol.device.BareAmplifiers.profile;
import static org.ecgnet.protocol.device.BareAmplifiers.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

class CytonCodecTest {

    private static final String EIGHT = "000001 ffffff 7fffff 800000 123456 fedcba 0000a0 c000c0";
    private static final String FRAME = "a0 07" + EIGHT + "000000000000 c0";
    private static final String NEXT = "a0 08" + EIGHT + "000000000000 c6";

    @Test
    void aFrameIsReadByteByByteAsDescribed() {
        DeviceCodec codec = cyton("I", "II", "V1", "V2", "V3", "V4", "V5", "V6");

        List<DeviceEvent> events = read(codec, FRAME + NEXT);

        assertThat(events).hasSize(3);
        DeviceEvent.Announced announced = (DeviceEvent.Announced) events.get(0);
        assertThat(announced.format().rate()).isEqualTo(new SampleRate(250));
        // 4.5 V / 24 / (2^23 - 1), as OpenBCI gives it: 0.02235 microvolts
        assertThat(announced.format().scales().get(0).microvoltsPerCount()).isCloseTo(0.02235, within(1e-5));
        Samples first = (Samples) events.get(1);
        assertThat(first.counts().get(0))
                .containsExactly(1, -1, 0x7F_FFFF, -0x80_0000, 0x12_3456, -74_566, 160, -4_194_112);
        assertThat(first.leadsOff()).containsExactlyInAnyOrder(Lead.V1, Lead.V2);
        assertThat(first.sequence()).isEqualTo(7);
        assertThat(((Samples) events.get(2)).sequence()).isEqualTo(8);
    }

    @Test
    void onlyWiredChannelsAreLeads() {
        List<DeviceEvent> events = read(cyton("-", "II", "-", "-", "V1"), FRAME + NEXT);

        assertThat(((DeviceEvent.Announced) events.get(0)).format().leads()).containsExactly(Lead.II, Lead.V1);
        assertThat(((Samples) events.get(1)).counts().get(0)).containsExactly(-1, 0x12_3456);
    }

    @Test
    void theFirstFrameWaitsForTheStartOfTheNext() {
        DeviceCodec codec = cyton("I");

        assertThat(read(codec, FRAME)).isEmpty();
    }

    @Test
    void aStartByteAmongTheCountsIsNoFrame() {
        DeviceCodec codec = cyton("I");

        List<DeviceEvent> events = read(codec, FRAME.replace(" ", "").substring(40) + NEXT + FRAME);

        assertThat(events.stream().filter(Samples.class::isInstance)).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(DeviceEvent.Rejected.class);
    }

    @Test
    void aFrameWithoutItsEndIsRejectedByNameAndTheNextIsRead() {
        DeviceCodec codec = cyton("I");
        read(codec, FRAME + NEXT);

        List<DeviceEvent> events = read(codec, "a0 09" + "01".repeat(30) + "b0" + FRAME + NEXT);

        assertThat(events.get(0)).isEqualTo(new DeviceEvent.Rejected(RejectReason.BAD_END, 33));
        assertThat(events.stream().filter(Samples.class::isInstance)).hasSize(2);
    }

    @Test
    void withMoreThanEightChannelsAPairOfFramesIsOneMoment() {
        String daisy = "a0 02" + "000009".repeat(8) + "000000000000 c0";
        String board = "a0 03" + "000001".repeat(8) + "000000000000 c0";
        String later = "a0 05" + "000001".repeat(8) + "000000000000 c0";
        DeviceCodec codec = cyton("I", "II", "V1", "V2", "V3", "V4", "-", "-", "V5", "V6");

        List<DeviceEvent> events = read(codec, daisy + board + later);

        assertThat(((DeviceEvent.Announced) events.get(0)).format().rate()).isEqualTo(new SampleRate(125));
        Samples moment = (Samples) events.get(1);
        assertThat(moment.counts().get(0)).containsExactly(1, 1, 1, 1, 1, 1, 9, 9);
        assertThat(moment.sequence()).isEqualTo(1);
        assertThat(moment.sequenceModulus()).isEqualTo(128);
        assertThat(events.get(2)).isEqualTo(new DeviceEvent.Rejected(RejectReason.BAD_LENGTH, 33));
    }

    @Test
    void theAnswerToTheVersionCommandAnnouncesTheBoard() {
        DeviceCodec codec = cyton("I");
        ByteBuffer line = ByteBuffer.allocate(200);
        line.put("OpenBCI V3\r\nFirmware: v3.1".getBytes(StandardCharsets.US_ASCII))
                .flip();
        assertThat(codec.read(line)).isEmpty();
        line.compact().put(".2$$$".getBytes(StandardCharsets.US_ASCII)).flip();

        List<DeviceEvent> events = codec.read(line);

        assertThat(events).hasSize(1);
        assertThat(((DeviceEvent.Announced) events.get(0)).firmware()).isEqualTo("v3.1.2");
    }

    @Test
    void theCommandsAreTheBoardsCharacters() {
        DeviceCodec codec = cyton("I");

        assertThat(codec.write(DeviceCommand.START)).asString().isEqualTo("b");
        assertThat(codec.write(DeviceCommand.STOP)).asString().isEqualTo("s");
        assertThat(codec.write(DeviceCommand.IDENTIFY)).asString().isEqualTo("V");
    }

    @Test
    void anUnknownGainOrLeadIsRefused() {
        assertThatThrownBy(() -> new CytonModel().codec(profile("openbci-cyton", 250, 0, 0, "I")))
                .hasMessageStartingWith("gain: not set (expected for openbci-cyton: one of [1, 2, 4, 6, 8, 12, 24]");
        assertThatThrownBy(() -> new CytonModel().codec(profile("openbci-cyton", 250, 24, 0)))
                .hasMessageStartingWith("leads: 0 channels, 0 of them wired");
        assertThatThrownBy(() -> cyton("I", "II", "I")).hasMessage("leads: [I, II, I] (expected: each once)");
    }

    private static DeviceCodec cyton(String... leads) {
        return new CytonModel().codec(profile("openbci-cyton", 500, 24, 0, leads));
    }

    @Test
    void noLeadIsOffInsideTheRange() {
        DeviceCodec codec = cyton("I");
        String calm = "a0 01" + "000001".repeat(8) + "000000000000 c0";

        assertThat(((Samples) read(codec, calm + calm).get(1)).leadsOff()).isEqualTo(Set.of());
    }
}
