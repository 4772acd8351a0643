package org.ecgnet.ops.benchmark.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecgnet.protocol.codec.AdversarialInputs;
import org.ecgnet.protocol.codec.WaveformMode;

/** {@code ./ops/bench codec DIR [JSON [RECORDS]]}: a Markdown table on standard output, the same as JSON. */
public final class CodecBench {

    private static final int ROUNDS = 5;

    private CodecBench() {}

    /** @param args {@code DIR [JSON [most records a set]]}, or {@code --inputs COUNT} for adversarial inputs */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals("--inputs")) {
            int inputs = Integer.parseInt(args[1]);
            AdversarialInputs.check(0, inputs);
            System.out.println(
                    inputs + " inputs came back bit for bit, as many damaged ones were refused or read the same");
            return;
        }
        RecordFolders folders = RecordFolders.below(Path.of(args[0]));
        folders.unread().forEach(reason -> System.err.println("not read: " + reason));
        warm(folders);
        List<String> json = new ArrayList<>();
        System.out.println(
                "| data set | records | fast | in chunks | encode | pack | unpack | dense | in chunks | encode | pack | unpack"
                        + " | FLAC -8 | xz -9e | zstd -19 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        int most = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
        for (Map.Entry<String, List<int[][]>> set : folders.sets().entrySet()) {
            List<int[][]> chosen = spread(set.getValue(), most);
            if (chosen.isEmpty()) {
                continue; // none of its records could be read, which was said
            }
            FormRun fast = FormRun.of(WaveformMode.FAST, chosen, ROUNDS);
            FormRun dense = FormRun.of(WaveformMode.DENSE, chosen, ROUNDS);
            double[] general = general(chosen);
            int records = chosen.size();
            System.out.println(row(set.getKey(), records, fast, dense, general));
            json.add(json(set.getKey(), records, fast, dense, general));
        }
        if (args.length > 1) {
            Files.writeString(Path.of(args[1]), "[\n" + String.join(",\n", json) + "\n]\n");
        }
    }

    /** At most so many records, from the first to the last at equal distances. */
    private static List<int[][]> spread(List<int[][]> records, int most) {
        int count = Math.min(most, records.size());
        return IntStream.range(0, count)
                .mapToObj(n -> records.get((int) ((long) n * records.size() / count)))
                .toList();
    }

    /** Until what is measured has been compiled. */
    private static void warm(RecordFolders folders) {
        List<int[][]> all = folders.sets().values().stream()
                .flatMap(records -> records.stream().limit(12))
                .toList();
        for (WaveformMode mode : List.of(WaveformMode.FAST, WaveformMode.DENSE)) {
            FormRun.of(mode, all, 2);
        }
    }

    /** Mean ratio a record of FLAC, xz and zstd. */
    private static double[] general(List<int[][]> records) throws IOException, InterruptedException {
        double[] ratio = new double[3];
        for (int[][] counts : records) {
            double raw = FormRun.bytes(counts) / records.size();
            ratio[0] += raw / GeneralTools.flac(counts);
            ratio[1] += raw / GeneralTools.xzOfDeltas(counts);
            ratio[2] += raw / GeneralTools.zstd(counts);
        }
        return ratio;
    }

    private static String row(String set, int records, FormRun fast, FormRun dense, double[] general) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.1f | %.1f | %.1f | %.2f | %.2f | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f |",
                set,
                records,
                fast.ratio(),
                fast.chunked(),
                fast.encodeMegabytes(),
                fast.packMegabytes(),
                fast.unpackMegabytes(),
                dense.ratio(),
                dense.chunked(),
                dense.encodeMegabytes(),
                dense.packMegabytes(),
                dense.unpackMegabytes(),
                general[0],
                general[1],
                general[2]);
    }

    private static String json(String set, int records, FormRun fast, FormRun dense, double[] general) {
        return String.format(
                Locale.ROOT,
                "{\"set\": \"%s\", \"records\": %d, \"fast\": %s, \"dense\": %s,"
                        + " \"flac8\": %.4f, \"xz9eOfDeltas\": %.4f, \"zstd19\": %.4f}",
                set,
                records,
                json(fast),
                json(dense),
                general[0],
                general[1],
                general[2]);
    }

    private static String json(FormRun run) {
        return String.format(
                Locale.ROOT,
                "{\"ratio\": %.4f, \"chunked\": %.4f, \"encodeMegabytesPerSecond\": %.2f, \"packMegabytesPerSecond\": %.2f,"
                        + " \"unpackMegabytesPerSecond\": %.2f}",
                run.ratio(),
                run.chunked(),
                run.encodeMegabytes(),
                run.packMegabytes(),
                run.unpackMegabytes());
    }
}
