package org.ecgnet.protocol.device.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.RejectReason;
import org.ecgnet.protocol.device.UnitFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceCodecTest {

    private static final Announcement EIGHT = unit(Lead.INDEPENDENT_8, 24);
    private static final Announcement TWELVE = unit(Lead.STANDARD_12, 16);

    @ParameterizedTest(name = "{0} leads of {1} bits")
    @CsvSource({"8, 16", "8, 24", "12, 16", "12, 24"})
    void whatAUnitSendsIsReadExactlyAsSent(int leads, int bits) {
        Announcement unit = unit(leads == 8 ? Lead.INDEPENDENT_8 : Lead.STANDARD_12, bits);
        List<int[]> counts = moments(new Random(leads * bits), unit, ReferenceFrames.mostMoments(unit));

        List<DeviceEvent> events = read(
                new ReferenceCodec(),
                ReferenceFrames.announcement(unit, 7),
                ReferenceFrames.status(OptionalInt.of(81), true, 7),
                ReferenceFrames.samples(unit, counts, Set.of(Lead.V3), true, false, 7),
                ReferenceFrames.samples(unit, counts.subList(0, 1), Set.of(), false, true, 8),
                ReferenceFrames.status(OptionalInt.empty(), false, 9));

        assertThat(events)
                .usingRecursiveComparison()
                .isEqualTo(List.of(
                        new DeviceEvent.Announced("SN-0042", "1.4.2", unit.format()),
                        new DeviceEvent.Status(OptionalInt.of(81), true),
                        new DeviceEvent.Samples(counts, Set.of(Lead.V3), true, false, 7, 65_536),
                        new DeviceEvent.Samples(counts.subList(0, 1), Set.of(), false, true, 8, 65_536),
                        new DeviceEvent.Status(OptionalInt.empty(), false)));
    }

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {16, 24})
    void theLowestAndHighestCountTravelUnchanged(int bits) {
        Announcement unit = unit(Lead.INDEPENDENT_8, bits);
        int top = 1 << bits - 1;
        int[] extremes = {-top, top - 1, -1, 0, 1, -top + 1, top - 2, 2};

        List<DeviceEvent> events = read(
                new ReferenceCodec(),
                ReferenceFrames.announcement(unit, 0),
                ReferenceFrames.samples(unit, List.of(extremes), Set.of(), false, false, 0));

        assertThat(((DeviceEvent.Samples) events.get(1)).counts().get(0)).containsExactly(extremes);
    }

    @Test
    void framesAreWrittenAsThePackageDescriptionSays() {
        Announcement unit = new Announcement(
                "A1",
                "2.0",
                new UnitFormat(new SampleRate(500), List.of(Lead.II), List.of(new LeadScale(2.5, -3))),
                16);

        // header | version, 500 Hz, 16 bits, 1 lead | serial | firmware | II, 2.5 as f64, -3 | CRC-16; checks by hand
        assertThat(hex(ReferenceFrames.announcement(unit, 0x0102)))
                .isEqualTo("a55a" + "01" + "2a00" + "0201" + "1d"
                        + ("01" + "f401" + "10" + "01")
                        + ("4131" + "00".repeat(14))
                        + ("322e30" + "00".repeat(5))
                        + ("02" + "0000000000000440" + "fdffffff")
                        + "4cac");
        assertThat(hex(ReferenceFrames.status(OptionalInt.of(55), true, 3))).isEqualTo("a55a0302000300b50137f017");
        assertThat(hex(ReferenceFrames.command(DeviceCommand.START))).isEqualTo("a55a42000000000ccc2e");
    }

    @Test
    void theCheckSumsHaveTheirPublishedCheckValues() {
        byte[] digits = "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(Crc.crc16(digits, 0, 9)).isEqualTo(0x29B1);
        assertThat(Crc.crc8(digits, 0, 9)).isEqualTo(0xF4);
    }

    @ParameterizedTest
    @EnumSource(DeviceCommand.class)
    void aUnitUnderstandsEveryCommand(DeviceCommand command) {
        byte[] written = new ReferenceCodec().write(command);

        assertThat(ReferenceCommands.read(ByteBuffer.wrap(written))).containsExactly(command);
    }

    @Test
    void samplesWithoutTheirAnnouncementAreRejected() {
        byte[] samples = ReferenceFrames.samples(TWELVE, List.of(new int[12]), Set.of(), false, false, 0);

        assertThat(read(new ReferenceCodec(), samples))
                .containsExactly(new DeviceEvent.Rejected(RejectReason.NOT_ANNOUNCED, samples.length));
        assertThat(read(new ReferenceCodec(), ReferenceFrames.announcement(EIGHT, 0), samples))
                .last()
                .isEqualTo(new DeviceEvent.Rejected(RejectReason.NOT_ANNOUNCED, samples.length));
    }

    @Test
    void aDamagedLengthIsRefusedAtOnceAndHoldsNothingBack() {
        byte[] damaged = ReferenceFrames.status(OptionalInt.of(50), true, 0);
        damaged[4] = 3; // 770 bytes of payload, if the header check did not object
        byte[] good = ReferenceFrames.status(OptionalInt.of(51), true, 0);

        assertThat(read(new ReferenceCodec(), damaged, good))
                .containsExactly(
                        new DeviceEvent.Rejected(RejectReason.BAD_CHECKSUM, damaged.length),
                        new DeviceEvent.Status(OptionalInt.of(51), true));
    }

    @ParameterizedTest(name = "type {0}, payload {1}: {2}")
    @CsvSource({
        "0x7f, 00, UNKNOWN_TYPE",
        "0x03, 01, BAD_LENGTH",
        "0x03, 0165, BAD_VALUE",
        "0x03, 0240, BAD_VALUE",
        "0x01, 01, BAD_VALUE",
        "0x02, 00, BAD_LENGTH",
        "0x02, 000000000000, NOT_ANNOUNCED",
    })
    void aWholeFrameThatMeansNothingIsRejectedByName(String type, String payload, RejectReason reason) {
        byte[] frame =
                ReferenceFrames.frame(Integer.decode(type), 0, HexFormat.of().parseHex(payload));

        assertThat(read(new ReferenceCodec(), frame)).containsExactly(new DeviceEvent.Rejected(reason, frame.length));
    }

    @Test
    void aPayloadLongerThanAnyIsRefusedBeforeItIsWaitedFor() {
        byte[] frame = ReferenceFrames.frame(FrameType.STATUS, 0, new byte[ReferenceFrameDecoder.MAX_PAYLOAD + 1]);

        assertThat(read(new ReferenceCodec(), Arrays.copyOf(frame, 8)))
                .containsExactly(new DeviceEvent.Rejected(RejectReason.BAD_LENGTH, 8));
    }

    @Test
    void aLimbLeadOffTakesTheLeadsComputedFromItAlong() {
        List<DeviceEvent> events = read(
                new ReferenceCodec(),
                ReferenceFrames.announcement(EIGHT, 0),
                ReferenceFrames.samples(EIGHT, List.of(new int[8]), Set.of(Lead.II), false, false, 0));

        assertThat(((DeviceEvent.Samples) events.get(1)).leadsOff())
                .containsExactlyInAnyOrder(Lead.II, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF);
    }

    @Test
    void aFrameCutAnywhereIsFinishedByTheNextBytes() {
        byte[] frame = ReferenceFrames.status(OptionalInt.of(20), true, 4);
        for (int cut = 0; cut <= frame.length; cut++) {
            ReferenceCodec codec = new ReferenceCodec();
            ByteBuffer line = ByteBuffer.allocate(64);
            line.put(frame, 0, cut).flip();
            List<DeviceEvent> events = new ArrayList<>(codec.read(line));
            line.compact().put(frame, cut, frame.length - cut).flip();
            events.addAll(codec.read(line));

            assertThat(events).containsExactly(new DeviceEvent.Status(OptionalInt.of(20), true));
        }
    }

    @Test
    void oneMillionFramesAmongGarbageAndDamageNeverThrowAndOnlyGoodOnesCount() {
        Random random = new Random(20_260);
        ReferenceCodec codec = new ReferenceCodec();
        read(codec, ReferenceFrames.announcement(TWELVE, 0));
        List<byte[]> frames = new ArrayList<>();
        for (int frame = 0; frame < 64; frame++) {
            frames.add(ReferenceFrames.samples(TWELVE, moments(random, TWELVE, 2), Set.of(), false, false, frame));
        }
        Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
        ByteBuffer line = ByteBuffer.allocate(64 * 1024);
        long sentWhole = 0;
        long readWhole = 0;
        for (int sent = 0; sent < 1_000_000; sent++) {
            byte[] frame = frames.get(random.nextInt(frames.size())).clone();
            switch (random.nextInt(8)) {
                case 0 -> frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length));
                case 2 -> random.nextBytes(frame);
                default -> sentWhole++;
            }
            line.put(frame);
            if (line.remaining() < 200) {
                line.flip();
                for (DeviceEvent event : codec.read(line)) {
                    if (event instanceof DeviceEvent.Samples samples) {
                        assertThat(frames.get(samples.sequence())).isNotNull();
                        readWhole++;
                    } else if (event instanceof DeviceEvent.Rejected bad) {
                        rejected.merge(bad.reason(), 1L, Long::sum);
                    }
                }
                line.compact();
            }
        }

        // the last bufferful may be unread: some 900 frames; a frame cut short swallows at most the one behind it
        assertThat(readWhole).isBetween(sentWhole - 1_200, sentWhole + 20);
        assertThat(rejected.keySet()).contains(RejectReason.NO_SYNC, RejectReason.BAD_CHECKSUM);
    }

    private static Announcement unit(List<Lead> leads, int bits) {
        LeadScale scale = new LeadScale(1000.0 / 1716, 6);
        return new Announcement(
                "SN-0042",
                "1.4.2",
                new UnitFormat(new SampleRate(500), leads, Collections.nCopies(leads.size(), scale)),
                bits);
    }

    private static List<int[]> moments(Random random, Announcement unit, int moments) {
        List<int[]> counts = new ArrayList<>();
        for (int moment = 0; moment < moments; moment++) {
            int shift = 32 - unit.bits();
            counts.add(random.ints(unit.format().leads().size())
                    .map(value -> value >> shift)
                    .toArray());
        }
        return counts;
    }

    static List<DeviceEvent> read(ReferenceCodec codec, byte[]... frames) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            line.writeBytes(frame);
        }
        return codec.read(ByteBuffer.wrap(line.toByteArray()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
