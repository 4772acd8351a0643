package org.ecgnet.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator's encoders and the codecs were written apart, each from the public description. */
class AmplifiersTest {

    static Stream<Amplifiers.Case> units() {
        return Amplifiers.CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("units")
    void theCodecReadsWhatTheUnitSent(Amplifiers.Case unit) {
        Amplifiers.Counts witness = new Amplifiers.Counts();

        List<DeviceEvent> events = read(unit.codec(), unit.line(3000, witness), 97);

        assertThat(events).noneMatch(DeviceEvent.Rejected.class::isInstance);
        int[][] counts = counts(events);
        assertThat(counts.length).isBetween(witness.sent.size() - 4, witness.sent.size());
        assertThat(counts).isDeepEqualTo(witness.sent.subList(0, counts.length).toArray(int[][]::new));
        assertThat(samples(events).stream().limit(10))
                .allMatch(one -> one.leadsOff().isEmpty());
        boolean tells = !unit.name().startsWith("bitalino");
        assertThat(samples(events).get(counts.length - 1).leadsOff().contains(Lead.II))
                .isEqualTo(tells);
        assertThat(gaps(events)).isZero();
    }

    @ParameterizedTest
    @MethodSource("units")
    void theCaptureIsWhatTheUnitSendsAndIsReadFrameByFrame(Amplifiers.Case unit) throws IOException {
        Amplifiers.Counts witness = new Amplifiers.Counts();
        byte[] captured = capture(unit);

        assertThat(captured).isEqualTo(unit.line(400, witness));
        int[][] counts = counts(read(unit.codec(), captured, 1));
        assertThat(counts).isDeepEqualTo(witness.sent.subList(0, counts.length).toArray(int[][]::new));
        assertThat(counts.length).isGreaterThanOrEqualTo(witness.sent.size() - 4);
    }

    @ParameterizedTest
    @MethodSource("units")
    void damageCostsTheFramesItTouchesAndIsSeen(Amplifiers.Case unit) {
        Random random = new Random(7);
        Amplifiers.Counts witness = new Amplifiers.Counts();
        byte[] line = unit.line(3000, witness);
        int cut = line.length / 2 + random.nextInt(20);
        ByteBuffer damaged = ByteBuffer.allocate(line.length + 6).put(line, 0, cut);
        byte[] garbage = new byte[11];
        random.nextBytes(garbage);
        damaged.put(garbage).put(line, cut + 5, line.length - cut - 5); // five bytes lost, eleven too many

        List<DeviceEvent> events = read(unit.codec(), damaged.array(), 64);

        assertThat(events).anyMatch(DeviceEvent.Rejected.class::isInstance);
        assertThat(counts(events).length).isBetween(witness.sent.size() - 12, witness.sent.size() + 2);
        assertThat(gaps(events)).isBetween(1, 3);
    }

    /** What does not number its frames cannot tell; {@code FrameCounter} says so. */
    @ParameterizedTest
    @MethodSource("units")
    void aWholeFrameThatIsLostIsAGapWhereTheUnitNumbersItsFrames(Amplifiers.Case unit) {
        Amplifiers.Counts witness = new Amplifiers.Counts();
        byte[] line = unit.line(3000, witness);
        int frame = line.length / witness.sent.size();
        int cut = line.length / 2 / frame * frame;
        ByteBuffer without = ByteBuffer.allocate(line.length - frame).put(line, 0, cut);
        without.put(line, cut + frame, line.length - cut - frame);

        List<DeviceEvent> events = read(unit.codec(), without.array(), 64);

        boolean numbers = unit.name().startsWith("openbci") || unit.name().startsWith("bitalino");
        assertThat(gaps(events)).isEqualTo(numbers ? 1 : 0);
        assertThat(events).noneMatch(DeviceEvent.Rejected.class::isInstance);
    }

    private static byte[] capture(Amplifiers.Case unit) throws IOException {
        String path = "/captures/" + unit.name() + ".bin";
        try (InputStream in = Objects.requireNonNull(AmplifiersTest.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        }
    }

    private static List<DeviceEvent> read(DeviceCodec codec, byte[] line, int atOnce) {
        List<DeviceEvent> events = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.allocate(atOnce + 2 * codec.longestFrame());
        for (int at = 0; at < line.length; at += atOnce) {
            buffer.put(line, at, Math.min(atOnce, line.length - at)).flip();
            events.addAll(codec.read(buffer));
            buffer.compact();
        }
        return events;
    }

    private static List<Samples> samples(List<DeviceEvent> events) {
        return events.stream()
                .filter(Samples.class::isInstance)
                .map(Samples.class::cast)
                .toList();
    }

    private static int[][] counts(List<DeviceEvent> events) {
        return samples(events).stream().flatMap(one -> one.counts().stream()).toArray(int[][]::new);
    }

    private static int gaps(List<DeviceEvent> events) {
        int gaps = 0;
        List<Samples> samples = samples(events);
        for (int at = 1; at < samples.size(); at++) {
            int follows = (samples.get(at - 1).sequence() + 1) % samples.get(at).sequenceModulus();
            gaps += samples.get(at).sequence() == follows ? 0 : 1;
        }
        return gaps;
    }
}
