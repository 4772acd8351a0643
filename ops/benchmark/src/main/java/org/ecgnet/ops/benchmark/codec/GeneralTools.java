package org.ecgnet.ops.benchmark.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What FLAC, xz and zstd of Debian's packages make of a record: bytes of their whole output. */
final class GeneralTools {

    private static final List<String> FLAC =
            List.of("flac -8 --totally-silent --force-raw-format --endian=little --sign=signed --channels=1 --bps=16"
                    .concat(" --sample-rate=500 -c -")
                    .split(" "));
    private static final List<String> XZ = List.of("xz", "-9e", "-c");
    private static final List<String> ZSTD = List.of("zstd", "-19", "-q", "-c");
    private static final int STANDARD = 12;

    private GeneralTools() {}

    /** All leads, one after the other, as one mono stream of 16 bits. */
    static long flac(int[][] counts) throws IOException, InterruptedException {
        return packed(FLAC, words(counts));
    }

    /** All leads, one after the other, 16 bits little-endian. */
    static long zstd(int[][] counts) throws IOException, InterruptedException {
        return packed(ZSTD, words(counts));
    }

    /**
     * The first differences of the leads that follow from no other, folded to unsigned, all low bytes before all high ones. The
     * four derived limb leads of twelve are left out wholly: this is less than what would give the recording back.
     */
    static long xzOfDeltas(int[][] counts) throws IOException, InterruptedException {
        int samples = counts[0].length;
        int[] leads = counts.length == STANDARD
                ? new int[] {0, 1, 6, 7, 8, 9, 10, 11}
                : java.util.stream.IntStream.range(0, counts.length).toArray();
        byte[] split = new byte[2 * leads.length * samples];
        for (int n = 0; n < leads.length; n++) {
            int last = 0;
            for (int t = 0; t < samples; t++) {
                int delta = counts[leads[n]][t] - last;
                int folded = delta << 1 ^ delta >> 31;
                split[n * samples + t] = (byte) folded;
                split[(leads.length + n) * samples + t] = (byte) (folded >>> 8);
                last = counts[leads[n]][t];
            }
        }
        return packed(XZ, split);
    }

    private static byte[] words(int[][] counts) {
        ByteBuffer words =
                ByteBuffer.allocate(2 * counts.length * counts[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (int[] lead : counts) {
            for (int count : lead) {
                words.putShort((short) count);
            }
        }
        return words.array();
    }

    private static long packed(List<String> command, byte[] in) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread feeding = new Thread(() -> feed(tool, in));
        feeding.start();
        long bytes = tool.getInputStream().readAllBytes().length;
        feeding.join();
        if (tool.waitFor() != 0) {
            throw new IOException(command.get(0) + " ended with " + tool.exitValue());
        }
        return bytes;
    }

    private static void feed(Process tool, byte[] in) {
        try (OutputStream out = tool.getOutputStream()) {
            out.write(in);
        } catch (IOException e) {
            tool.destroy();
        }
    }
}
