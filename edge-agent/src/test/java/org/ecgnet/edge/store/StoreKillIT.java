package org.ecgnet.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreKillIT {

    @TempDir
    private Path folder;

    /** Writes one exam until it is killed, and says each number once it is durable. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            ClinicStore store = ClinicStore.open(Exams.settings(Path.of(arguments[0]), 64L << 20));
            ExamId examId = ExamId.parse(arguments[1]);
            store.spool().put(Exams.started(examId, Exams.NOW), Exams.NOW);
            System.out.println(0);
            for (int seq = 1; seq < 100_000; seq++) {
                store.spool().put(Exams.chunk(examId, seq), Exams.NOW);
                System.out.println(seq);
            }
        }
    }

    @ParameterizedTest(name = "killed at a random moment, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everythingReportedDurableIsThereAfterKill9(long seed) throws IOException, InterruptedException {
        int lines = 20 + new Random(seed).nextInt(400);
        ExamId examId = Exams.id(Instant.parse("2026-03-01T08:00:00Z"), (int) seed);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        examId.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int reported = -1;
        try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = out.readLine();
            while (line != null) {
                reported = Integer.parseInt(line);
                if (reported == lines) {
                    writer.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reported).isGreaterThanOrEqualTo(lines);

        try (ClinicStore store = ClinicStore.open(Exams.settings(folder, 64L << 20))) {
            List<OfExam> items = store.spool().items(examId, -1, Integer.MAX_VALUE);
            assertThat(items.size()).isGreaterThan(reported);
            for (int seq = 1; seq < items.size(); seq++) {
                assertThat(items.get(seq)).isEqualTo(Exams.chunk(examId, seq));
            }
            assertThat(store.spool().unfinished()).containsExactly(examId);
        }
    }
}
