package org.ecgnet.protocol.device.usbbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.RejectReason;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UsbBoxCodecTest {

    private static final UnitProfile PROFILE = new UnitProfile("usb-box-12", 115_200, new SampleRate(500), 2.44140625);
    private static final UnitFormat FORMAT = new UnitFormat(
            new SampleRate(500),
            List.of(Lead.I, Lead.II, Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6),
            Collections.nCopies(8, new LeadScale(2.44140625, 2048)));

    @Test
    void aFrameIsReadByteByByteAsDescribed() {
        // I 0, II 4095, V1 2048, V2 2049, V3 1076, V4 127, V5 128, V6 2100 with its electrode off; sum 0x29f
        String frame = "e8 3f 11 20 9f 0020 7f3f 0030 0130 3428 7f20 0021 3410 8e";

        List<DeviceEvent> events = read(strict(), bytes(frame));

        assertThat(events)
                .usingRecursiveComparison()
                .isEqualTo(List.of(
                        new DeviceEvent.Announced("", "", FORMAT),
                        new DeviceEvent.Samples(
                                List.of(new int[] {0, 4095, 2048, 2049, 1076, 127, 128, 2100}),
                                Set.of(Lead.V6),
                                false,
                                false,
                                63,
                                64)));
    }

    @Test
    void whatABoxWritesIsWhatTheDescriptionSays() {
        byte[] frame = UsbBoxFrames.samples(new int[] {0, 4095, 2048, 2049, 1076, 127, 128, 2100}, Set.of(Lead.V6), 63);

        assertThat(frame).isEqualTo(bytes("e8 3f 11 20 9f 0020 7f3f 0030 0130 3428 7f20 0021 3410 8e"));
    }

    @ParameterizedTest(name = "byte {0} = {1}: {2}")
    @CsvSource({
        "2, 0x12, BAD_LENGTH",
        "21, 0x8f, BAD_END",
        "4, 0x01, BAD_CHECKSUM",
        "1, 0x40, BAD_VALUE",
        "3, 0x22, UNKNOWN_TYPE",
        "0, 0xe9, NO_SYNC",
    })
    void aFrameThatIsWrongInOneByteIsRejectedByName(int at, String value, RejectReason reason) {
        byte[] frame = UsbBoxFrames.samples(new int[8], Set.of(), 5);
        frame[at] = (byte) (int) Integer.decode(value);

        assertThat(read(strict(), frame)).containsExactly(new DeviceEvent.Rejected(reason, 22));
    }

    @Test
    void aChecksumOfZeroIsTakenUnlessTheModelIsStrict() {
        byte[] frame = UsbBoxFrames.samples(new int[8], Set.of(Lead.V1), 5);
        frame[4] = 0;

        assertThat(read(strict(), frame)).containsExactly(new DeviceEvent.Rejected(RejectReason.BAD_CHECKSUM, 22));
        assertThat(read(new UsbBoxModel().codec(PROFILE), frame)).last().isInstanceOf(DeviceEvent.Samples.class);
    }

    @Test
    void aLimbElectrodeOffTakesTheComputedLeadsAlong() {
        List<DeviceEvent> events = read(strict(), UsbBoxFrames.samples(new int[8], Set.of(Lead.I), 0));

        assertThat(((DeviceEvent.Samples) events.get(1)).leadsOff())
                .containsExactlyInAnyOrder(Lead.I, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF);
    }

    @ParameterizedTest
    @EnumSource(DeviceCommand.class)
    void aBoxUnderstandsEveryCommandAndItsAnswerAnnouncesIt(DeviceCommand command) {
        DeviceCodec codec = strict();

        assertThat(UsbBoxCommands.read(ByteBuffer.wrap(codec.write(command)))).containsExactly(command);
        assertThat(read(codec, UsbBoxFrames.answer(command, 0)))
                .containsExactly(new DeviceEvent.Announced("", "", FORMAT));
    }

    @Test
    void oneMillionFramesAmongGarbageAndDamageNeverThrowAndOnlyGoodOnesCount() {
        Random random = new Random(20_261);
        DeviceCodec codec = strict();
        List<byte[]> frames = new ArrayList<>();
        for (int frame = 0; frame < 64; frame++) {
            frames.add(UsbBoxFrames.samples(random.ints(8, 0, 4096).toArray(), Set.of(), frame));
        }
        ByteBuffer line = ByteBuffer.allocate(64 * 1024);
        long sentWhole = 0;
        long readWhole = 0;
        long changed = 0;
        for (int sent = 0; sent < 1_000_000; sent++) {
            byte[] frame = frames.get(random.nextInt(frames.size())).clone();
            switch (random.nextInt(8)) {
                case 0 -> frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length));
                case 2 -> random.nextBytes(frame);
                default -> sentWhole++;
            }
            line.put(frame);
            if (line.remaining() < 50) {
                line.flip();
                for (DeviceEvent event : codec.read(line)) {
                    if (event instanceof DeviceEvent.Samples samples) {
                        byte[] again =
                                UsbBoxFrames.samples(samples.counts().get(0), samples.leadsOff(), samples.sequence());
                        if (Arrays.equals(again, frames.get(samples.sequence()))) {
                            readWhole++;
                        } else {
                            changed++;
                        }
                    }
                }
                line.compact();
            }
        }

        assertThat(readWhole).isGreaterThan(sentWhole - 3_100); // the last bufferful may be unread
        // one flipped bit of the counter, or of a bit that carries nothing with its opposite in the checksum, remains
        assertThat(changed).isLessThan(1_000_000 / 8 / 22 * 2);
    }

    private static DeviceCodec strict() {
        return new StrictUsbBoxModel().codec(PROFILE);
    }

    private static List<DeviceEvent> read(DeviceCodec codec, byte[] bytes) {
        return codec.read(ByteBuffer.wrap(bytes));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
