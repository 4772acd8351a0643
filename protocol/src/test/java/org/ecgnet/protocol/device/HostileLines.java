package org.ecgnet.protocol.device;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.hostile.Ordeal;
import org.ecgnet.protocol.device.reference.Announcement;
import org.ecgnet.protocol.device.reference.ReferenceFrames;
import org.ecgnet.protocol.device.usbbox.UsbBoxFrames;

/**
 * Lines that no unit sends, or one with a bad cable: pieces of good frames of every model, damaged, mixed and cut. Each
 * input is one model's line, read in lots of random size.
 */
public final class HostileLines {

    private static final int MOST_BYTES = 700;

    private static final Announcement REFERENCE = new Announcement(
            "SN1",
            "1.0",
            new UnitFormat(
                    new SampleRate(500), List.of(Lead.I, Lead.II), List.of(LeadScale.MICROVOLT, LeadScale.MICROVOLT)),
            16);

    private static final List<byte[]> PIECES = List.of(
            BareAmplifiers.bytes("a007000001ffffff7fffff800000123456fedcba0000a0c000c0000000000000c0"),
            BareAmplifiers.bytes("a008000001ffffff7fffff800000123456fedcba0000a0c000c0000000000000c6"),
            "Firmware: v3.1.2\r\n$$$".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            BareAmplifiers.bytes("0afa14000285ff00000000000000000000420e126248507800000b"),
            BareAmplifiers.bytes("00080e04081508082bfc0f3c"),
            "BITalino_v5.2\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            BareAmplifiers.bytes("c00000000001000002000003ffffff000005000006000007800000"),
            BareAmplifiers.bytes("c00000000001000002"),
            UsbBoxFrames.samples(new int[8], Set.of(Lead.V1), 5),
            ReferenceFrames.announcement(REFERENCE, 3),
            ReferenceFrames.samples(REFERENCE, List.of(new int[] {1, -2}), Set.of(Lead.I), false, true, 3),
            ReferenceFrames.status(OptionalInt.of(40), true, 7));

    private HostileLines() {}

    /**
     * Reads so many lines under every model.
     *
     * @throws AssertionError when a codec throws, hangs back with more than it may, or loses count of its bytes
     */
    public static Ordeal check(long seed, int ofEach) {
        return DeviceCodecs.all().stream()
                .map(model -> check(model, seed, ofEach))
                .reduce(Ordeal.NONE, Ordeal::and);
    }

    /**
     * Reads so many lines under one model, its profiles by turns.
     *
     * @throws AssertionError as above
     */
    public static Ordeal check(DeviceModel model, long seed, int inputs) {
        Random random = new Random(seed);
        List<UnitProfile> trials = model.trials();
        Ordeal ordeal = Ordeal.NONE;
        for (int input = 0; input < inputs; input++) {
            DeviceCodec codec = model.codec(trials.get(input % trials.size()));
            byte[] line = line(random);
            try {
                ordeal = ordeal.and(() -> understood(codec, line, random));
            } catch (RuntimeException e) {
                throw new AssertionError(model.name() + ", seed " + seed + ", input " + input, e);
            }
        }
        return ordeal;
    }

    private static byte[] line(Random random) {
        ByteBuffer line = ByteBuffer.allocate(MOST_BYTES + 200);
        int bytes = random.nextInt(MOST_BYTES);
        while (line.position() < bytes) {
            byte[] piece = PIECES.get(random.nextInt(PIECES.size())).clone();
            switch (random.nextInt(5)) {
                case 0 -> piece[random.nextInt(piece.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> piece = Arrays.copyOf(piece, random.nextInt(piece.length));
                case 2 -> random.nextBytes(piece);
                default -> {} // as it is, again and again
            }
            for (int times = 1 + random.nextInt(6); times > 0 && line.remaining() >= piece.length; times--) {
                line.put(piece);
            }
            bytes = line.remaining() < 64 ? 0 : bytes;
        }
        return Arrays.copyOf(line.array(), line.position());
    }

    private static boolean understood(DeviceCodec codec, byte[] line, Random random) {
        ByteBuffer buffer = ByteBuffer.allocate(line.length + 1);
        List<DeviceEvent> events = new ArrayList<>();
        int at = 0;
        while (at < line.length) {
            int lot = Math.min(line.length - at, 1 + random.nextInt(200));
            buffer.put(line, at, lot).flip();
            events.addAll(codec.read(buffer));
            buffer.compact();
            at += lot;
        }
        int waiting = buffer.position();
        long dropped = events.stream()
                .filter(DeviceEvent.Rejected.class::isInstance)
                .mapToLong(event -> ((DeviceEvent.Rejected) event).bytes())
                .sum();
        if (waiting > codec.longestFrame() + 200 || dropped + waiting > line.length + 33L) {
            throw new AssertionError(
                    codec.model() + ": " + waiting + " bytes wait, " + dropped + " dropped of " + line.length);
        }
        return events.stream().anyMatch(DeviceEvent.Samples.class::isInstance);
    }
}
