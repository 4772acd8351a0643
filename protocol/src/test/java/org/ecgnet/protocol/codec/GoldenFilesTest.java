package org.ecgnet.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chunks that were packed once and must stay readable: {@code plain} as the first release wrote it, {@code fast} and {@code
 * dense} as this one does, two chunks of one stream each. {@link #main} made them.
 */
class GoldenFilesTest {

    private static final int CHUNK = 250;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "fast", "dense"})
    void aStoredStreamStaysReadable(String form) throws IOException {
        var unpacker = new ChunkUnpacker();
        for (int chunk = 0; chunk < 2; chunk++) {
            String[] head = text(form + chunk + ".txt")
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(" ");
            int[][] counts = counts(form + chunk + ".txt");

            Unpacked read = unpacker.unpack(
                    bytes(form + chunk + ".ecw"),
                    Integer.parseInt(head[0]),
                    Integer.parseInt(head[1]),
                    Integer.parseUnsignedInt(head[2], 16));

            assertThat(read).isInstanceOfSatisfying(Unpacked.Samples.class, samples -> assertThat(samples.counts())
                    .isDeepEqualTo(counts));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "fast", "dense"})
    void theSameSamplesGiveTheSameBytesAgain(String form) throws IOException {
        var packer = new ChunkPacker(WaveformMode.valueOf(form.toUpperCase(Locale.ROOT)), 10);

        assertThat(packer.pack(counts(form + "0.txt"))).isEqualTo(bytes(form + "0.ecw"));
        assertThat(packer.pack(counts(form + "1.txt"))).isEqualTo(bytes(form + "1.ecw"));
    }

    private static int[][] counts(String name) throws IOException {
        return text(name)
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream("/golden/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.US_ASCII);
    }

    /** Twelve leads with a lattice, a saturated and a noisy stretch. */
    private static List<int[][]> chunks() {
        int[][] heart = AdversarialInputs.twelveLeads(5, 2 * CHUNK);
        IntStream.range(300, 330).forEach(t -> heart[8][t] = 32_767);
        IntStream.range(100, 140).forEach(t -> heart[9][t] += (t * 7_919 % 5_000) - 2_500);
        Arrays.setAll(heart[11], t -> (int) (4.88 * (heart[11][t] / 5)));
        return List.of(part(heart, 0), part(heart, CHUNK));
    }

    private static int[][] part(int[][] counts, int from) {
        return Arrays.stream(counts)
                .map(lead -> Arrays.copyOfRange(lead, from, from + CHUNK))
                .toArray(int[][]::new);
    }

    private static List<byte[]> packed(WaveformMode mode) {
        var packer = new ChunkPacker(mode, 10);
        List<byte[]> packed = new ArrayList<>();
        chunks().forEach(chunk -> packed.add(packer.pack(chunk)));
        return packed;
    }

    /** @param args the folder to write the golden files to */
    public static void main(String[] args) throws IOException {
        for (WaveformMode mode : WaveformMode.values()) {
            List<byte[]> packed = packed(mode);
            for (int n = 0; n < packed.size(); n++) {
                Path file = Path.of(args[0], mode.name().toLowerCase(Locale.ROOT) + n);
                int[][] counts = chunks().get(n);
                String lines = Arrays.stream(counts)
                        .map(lead ->
                                Arrays.stream(lead).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("\n"));
                Files.write(Path.of(file + ".ecw"), packed.get(n));
                Files.writeString(
                        Path.of(file + ".txt"),
                        counts.length + " " + counts[0].length + " " + Integer.toHexString(WaveformCodec.crc32c(counts))
                                + "\n" + lines + "\n");
            }
        }
    }
}
