package org.ecgnet.protocol.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The bytes of version 1 as they were first written. A change that turns one of these red breaks every clinic that has
 * not been updated: add a field instead, or a version.
 */
class WireGoldenTest {

    private static final long ID = 77;

    @Test
    void everyUplinkMessageStillHasItsBytes() throws IOException {
        Map<String, String> golden = golden("/wire/uplink-v1.txt");
        Map<String, String> written = new LinkedHashMap<>();
        GoldenMessages.uplink()
                .forEach(
                        (name, message) -> written.put(name, hex(UplinkCodec.encode(message, GoldenMessages.SENT_AT))));

        assertThat(written).isEqualTo(golden);
    }

    @Test
    void everyDownlinkMessageStillHasItsBytes() throws IOException {
        Map<String, String> golden = golden("/wire/downlink-v1.txt");
        Map<String, String> written = new LinkedHashMap<>();
        GoldenMessages.downlink()
                .forEach((name, message) ->
                        written.put(name, hex(DownlinkCodec.encode(message, GoldenMessages.SENT_AT, ID))));

        assertThat(written).isEqualTo(golden);
    }

    @Test
    void theBytesOnceWrittenAreStillRead() throws IOException {
        golden("/wire/uplink-v1.txt").forEach((name, hex) -> assertThat(UplinkCodec.decode(bytes(hex)))
                .isEqualTo(new Decoded.Accepted<>(
                        Objects.requireNonNull(GoldenMessages.uplink().get(name)), GoldenMessages.SENT_AT, 0)));
        golden("/wire/downlink-v1.txt").forEach((name, hex) -> assertThat(DownlinkCodec.decode(bytes(hex)))
                .isEqualTo(new Decoded.Accepted<>(
                        Objects.requireNonNull(GoldenMessages.downlink().get(name)), GoldenMessages.SENT_AT, ID)));
    }

    private static Map<String, String> golden(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(WireGoldenTest.class.getResourceAsStream(resource), resource)) {
            Map<String, String> golden = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> golden.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
            return golden;
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
