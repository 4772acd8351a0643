package org.ecgnet.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captured lines against what they hold; each has an {@code .origin.md} beside it. */
class CapturesTest {

    @ParameterizedTest(name = "{0}/{1} as {2}")
    @CsvSource({"reference, damaged-line, reference", "usb-box-12, damaged-line, usb-box-12-strict"})
    void aCaptureHoldsWhatIsExpectedOfIt(String folder, String name, String model) throws IOException {
        byte[] captured = bytes("/captures/" + folder + "/" + name + ".bin");

        assertThat(text(codec(model).read(ByteBuffer.wrap(captured)))).isEqualTo(expected(folder, name));
    }

    @ParameterizedTest(name = "{0}/{1} as {2}")
    @CsvSource({"reference, damaged-line, reference", "usb-box-12, damaged-line, usb-box-12-strict"})
    void samplesAreTheSameHoweverTheLineIsCut(String folder, String name, String model) throws IOException {
        byte[] captured = bytes("/captures/" + folder + "/" + name + ".bin");
        List<String> whole = samples(expected(folder, name));
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            DeviceCodec codec = codec(model);
            ByteBuffer line = ByteBuffer.allocate(captured.length);
            List<DeviceEvent> events = new ArrayList<>();
            for (int from = 0; from < captured.length; ) {
                int part = Math.min(captured.length - from, 1 + random.nextInt(300));
                line.put(captured, from, part).flip();
                events.addAll(codec.read(line));
                line.compact();
                from += part;
            }

            assertThat(samples(text(events))).isEqualTo(whole);
        }
    }

    private static DeviceCodec codec(String model) {
        return DeviceCodecs.of(new UnitProfile(model, 921_600, new SampleRate(500), 2.44140625));
    }

    private static List<String> samples(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("samples")).toList();
    }

    private static List<String> expected(String folder, String name) throws IOException {
        byte[] text = bytes("/captures/" + folder + "/" + name + ".expected.txt");
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(CapturesTest.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        }
    }

    private static List<String> text(List<DeviceEvent> events) {
        return events.stream().map(CapturesTest::text).toList();
    }

    private static String text(DeviceEvent event) {
        if (event instanceof DeviceEvent.Announced unit) {
            UnitFormat format = unit.format();
            String leads = IntStream.range(0, format.leads().size())
                    .mapToObj(lead -> format.leads().get(lead).label() + ":"
                            + format.scales().get(lead).microvoltsPerCount() + ":"
                            + format.scales().get(lead).baselineCounts())
                    .collect(Collectors.joining(" "));
            return "announced " + unit.serial() + " " + unit.firmware() + " "
                    + format.rate().hertz() + " Hz " + leads;
        } else if (event instanceof DeviceEvent.Status status) {
            return "status " + status.batteryPercent().orElse(255) + " " + status.streaming();
        } else if (event instanceof DeviceEvent.Rejected rejected) {
            return "rejected " + rejected.reason() + " " + rejected.bytes();
        } else if (event instanceof DeviceEvent.Samples samples) {
            return "samples " + samples.sequence() + " "
                    + samples.counts().stream()
                            .map(moment -> IntStream.of(moment)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(",")))
                            .collect(Collectors.joining(" "));
        }
        throw new IllegalStateException("event: " + event);
    }
}
