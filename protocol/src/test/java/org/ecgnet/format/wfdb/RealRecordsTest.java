package org.ecgnet.format.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecgnet.ecg.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Open records against an independent reader in Python with numpy: {@code h, x = read(hea)}, then {@code x[0][0]}, {@code
 * x.sum(0)[0]} and {@code sha256(x.astype('<i4').tobytes())}.
 */
class RealRecordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ptbxl/records500/00000/00003_hr, 500, 12, 5000, -35, -13900,"
                + " 6958e6de0da6dbc6749b4e1110988613b1dcf3d27f4fc1847ec7cb1fd4616ac1",
        "mitdb/101, 360, 2, 650000, 955, 628651144,"
                + " 3b3264244e249f7261cb7d4338f4a97e725f7e44a3337ba98a050bbc0caf6a5b",
        "vfdb/418, 250, 2, 525000, -128, -21231834,"
                + " 035ef3d9e3b0bb0944ffc31ae9a727cbcb93a2df593174182882d10c2995a390",
        "cinc2020_2021/JS45545, 500, 12, 5000, -346, -207526,"
                + " 942bcfbee27587b8a9d9a19f9537df67324a22e0b93a4fd973d4a791aeff3c1f",
        "ludb/data/1, 500, 12, 5000, -120, 33338,"
                + " 1d3262d32bb84558772c0ab374bf5ece7bfce3763a1a0636073b3a0a1f3e1e34",
        "code15/1000010, 400, 12, 4096, -534, -1846035,"
                + " bec378c53028d2be4cf7baf6080cc5a5cdf0f62d0876937af2e7ed75dbccdb17",
        "zzu_pecg/ASD_P00073_E02, 500, 12, 10000, 0, 2942,"
                + " eda89ac6c0570bfcd019752875a435a885b66215a6c62ef7c65525cb0d1f06f5",
    })
    void everySampleIsTheOneThatTheOtherReaderReads(
            String name, int hertz, int leads, int length, int first, long sum, String sha256) throws Exception {
        Waveform read = read(folder().resolve(name + ".hea"));

        assertThat(read.rate().hertz()).isEqualTo(hertz);
        assertThat(read.leads()).hasSize(leads);
        assertThat(read.length()).isEqualTo(length);
        assertThat(read.counts()[0][0]).isEqualTo(first);
        assertThat(Arrays.stream(read.counts()[0]).asLongStream().sum()).isEqualTo(sum);
        assertThat(sha256(read)).isEqualTo(sha256);
    }

    @ParameterizedTest(name = "{0}: {1} annotations")
    @CsvSource({
        "mitdb/101.atr, 1874, 7, +, (N, 649751, N",
        "ludb/data/1.i, 48, 641, (, , 3996, )",
        "vfdb/418.atr, 121, 18, +, (N, 401423, +",
    })
    void annotationsAreThoseThatTheOtherReaderReads(
            String name, int count, int first, String symbol, String text, int last, String lastSymbol)
            throws Exception {
        List<WfdbAnnotation> read = WfdbAnnotations.read(Files.readAllBytes(folder().resolve(name)));

        assertThat(read).hasSize(count);
        assertThat(read.get(0)).isEqualTo(new WfdbAnnotation(first, symbol, text == null ? "" : text));
        assertThat(read.get(count - 1).sample()).isEqualTo(last);
        assertThat(read.get(count - 1).symbol()).isEqualTo(lastSymbol);
    }

    @Test
    void everyRecordThereIsReadWithItsChecksumsOrRefusedForItsLeads() throws Exception {
        List<Path> headers;
        try (Stream<Path> files = Files.walk(folder())) {
            headers = files.filter(file -> file.toString().endsWith(".hea"))
                    .sorted()
                    .toList();
        }
        List<String> refused =
                headers.stream().flatMap(header -> problem(header).stream()).collect(Collectors.toList());

        assertThat(headers).isNotEmpty();
        assertThat(refused).allMatch(problem -> problem.startsWith("em.hea: signal 'noise1' (expected: "));
    }

    private static java.util.Optional<String> problem(Path header) {
        try {
            read(header);
            return java.util.Optional.empty();
        } catch (WfdbException e) {
            return java.util.Optional.of(header.getFileName() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Waveform read(Path hea) throws IOException {
        WfdbHeader header = WfdbHeader.parse(Files.readString(hea, StandardCharsets.ISO_8859_1));
        return WfdbSignals.read(header, Files.readAllBytes(hea.resolveSibling(WfdbSignals.file(header))));
    }

    private static String sha256(Waveform waveform) throws Exception {
        int[][] counts = waveform.counts();
        ByteBuffer bytes =
                ByteBuffer.allocate(counts.length * waveform.length() * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < waveform.length(); sample++) {
            for (int[] lead : counts) {
                bytes.putInt(lead[sample]);
            }
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }

    private static Path folder() {
        Path folder = Path.of(System.getProperty("ecg.data", ""));
        assumeTrue(
                Files.isDirectory(folder.resolve("ptbxl")),
                "open recordings are not at -Decg.data=" + folder + ": skipped");
        return folder;
    }
}
