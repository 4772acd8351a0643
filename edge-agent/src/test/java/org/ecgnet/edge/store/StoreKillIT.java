package org.ecgnet.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
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
            System.out.println(0); // the protocol of NumbersUntilKilled
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
        List<Integer> said = NumbersUntilKilled.run(Writer.class, lines, folder.toString(), examId.toString());
        int reported = said.get(said.size() - 1);
        assertThat(said.size()).isGreaterThanOrEqualTo(lines);

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
