package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.Exams;
import org.ecgnet.edge.store.NumbersUntilKilled;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.uplink.Uplink;
import org.ecgnet.edge.uplink.UplinkListener;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.ecgnet.triage.RuleProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three days without a line in a minute: 200 exams, the agent killed ten times at a random moment, then the line is back.
 * The clock of the clinic's computer is moved by hand and is 37 s ahead of the hub's.
 */
class OfflineDaysIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(OfflineDaysIT.class);
    private static final int KILLS = 10;
    private static final int EXAMS = 200 + KILLS; // each kill may cost the one that had not begun
    private static final int CHUNKS = 3;
    private static final Duration AHEAD = Duration.ofSeconds(37);
    private static final Duration BETWEEN = Duration.ofHours(72).dividedBy(EXAMS);

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    /** Records exams one after the other until it is killed; says the number of each once it is whole, read and durable. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            Instant base = Instant.parse(arguments[1]);
            ClinicStore store = open(Path.of(arguments[0]));
            recover(store, base.plus(BETWEEN.multipliedBy(Long.parseLong(arguments[2]))));
            for (int n = Integer.parseInt(arguments[2]); n < EXAMS; n++) {
                Instant at = base.plus(BETWEEN.multipliedBy(n));
                ExamId examId = Exams.put(store, at, n, CHUNKS);
                store.book().read(Exams.reading(examId, level(n)), at);
                System.out.println(n); // the protocol of NumbersUntilKilled
            }
            store.close();
        }
    }

    private static ClinicStore open(Path folder) {
        return ClinicStore.open(Exams.settings(folder, 256L << 20));
    }

    private static void recover(ClinicStore store, Instant now) {
        PowerLossRecovery recovery = new PowerLossRecovery(store, new LocalReader(RuleProfile.named("DEFAULT")));
        recovery.endCutOff(now);
        recovery.readUnread(now);
    }

    private static TriageLevel level(int n) {
        return n % 20 == 7 ? TriageLevel.RED : n % 5 == 0 ? TriageLevel.YELLOW : TriageLevel.GREEN;
    }

    /** Runs a writer until it has said so many numbers, then kills it; returns the last number said. */
    private static int write(Path folder, Instant base, int from, int lines) throws IOException, InterruptedException {
        List<Integer> said =
                NumbersUntilKilled.run(Writer.class, lines, folder.toString(), base.toString(), String.valueOf(from));
        return said.isEmpty() ? from - 1 : said.get(said.size() - 1);
    }

    @Test
    void threeDaysOffLineWithTenPowerCutsLoseAndDoubleNothingAndTheReddestGoesFirst() throws Exception {
        Instant base = Instant.now().plus(AHEAD).minus(Duration.ofHours(73));
        Random random = new Random(72);
        List<ExamId> durable = new ArrayList<>();
        int next = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            int lines = kill == KILLS ? Integer.MAX_VALUE : 5 + random.nextInt(12);
            int last = write(rig.store(), base, next, lines);
            for (int n = next; n <= last; n++) {
                durable.add(Exams.id(base.plus(BETWEEN.multipliedBy(n)), n));
            }
            next = last + 2; // the one between may have been cut off
        }
        try (ClinicStore store = open(rig.store())) {
            recover(store, Instant.now().plus(AHEAD));
            List<StoredExam> exams = store.book().latest(1000);
            assertThat(exams).extracting(StoredExam::examId).containsAll(durable);
            send(store);
            expectEverythingOnce(exams, durable);
            expectOrder(exams);
            LOGGER.info(
                    "{} exams kept over {} kills, {} of them cut off; {} messages sent",
                    exams.size(),
                    KILLS,
                    exams.size() - durable.size(),
                    rig.hub().arrived().size());
        }
    }

    /** Sends until nothing waits. The hub hears the computer's clock with every message. */
    private void send(ClinicStore store) throws Exception {
        rig.connectHub();
        try (Uplink uplink = new Uplink(
                new SiteCode("dagou"),
                rig.hubSettings("dagou"),
                store,
                Optional::empty,
                new Nobody(),
                "test",
                Clock.offset(Clock.systemUTC(), AHEAD),
                new Random(1))) {
            uplink.start();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> store.spool().backlog().messages() == 0);
            assertThat(Instant.EPOCH.plus(uplink.state().clockAhead().orElseThrow()))
                    .isCloseTo(
                            Instant.EPOCH.plus(AHEAD),
                            new TemporalUnitWithinOffset(3, java.time.temporal.ChronoUnit.SECONDS));
        }
    }

    private void expectEverythingOnce(List<StoredExam> exams, List<ExamId> durable) {
        for (StoredExam exam : exams) {
            List<OfExam> messages = rig.hub().of(exam.examId());
            assertThat(messages).hasSize(exam.lastSeq() + 1);
            ExamStarted started = (ExamStarted) messages.get(0);
            List<WaveChunk> chunks = messages.stream()
                    .filter(WaveChunk.class::isInstance)
                    .map(WaveChunk.class::cast)
                    .toList();
            ExamEnded ended = (ExamEnded) messages.get(messages.size() - 1);
            assertThat(Reassembly.cutOff(started, chunks).sha256()).isEqualTo(ended.sha256());
            assertThat(chunks).isEqualTo(Exams.chunks(exam.examId(), chunks.size()));
        }
        for (ExamId examId : durable) {
            assertThat(rig.hub().of(examId)).hasSize(CHUNKS + 2);
        }
        List<OfExam> arrived = rig.hub().arrived();
        assertThat(new HashSet<>(arrived))
                .as("a message that came twice is the same message")
                .hasSize(exams.stream().mapToInt(exam -> exam.lastSeq() + 1).sum());
        assertThat(new TreeSet<>(arrived.stream().map(OfExam::examId).toList())).hasSize(exams.size());
    }

    private void expectOrder(List<StoredExam> exams) {
        List<ExamId> wanted = exams.stream()
                .sorted(Comparator.<StoredExam, Boolean>comparing(exam -> !exam.red())
                        .thenComparing(exam -> exam.started().startedAt()))
                .map(StoredExam::examId)
                .toList();
        List<ExamId> came = rig.hub().arrived().stream()
                .filter(ExamStarted.class::isInstance)
                .map(OfExam::examId)
                .distinct()
                .toList();
        assertThat(came).isEqualTo(wanted);
        assertThat(exams).hasSizeGreaterThanOrEqualTo(EXAMS - KILLS);
        assertThat(exams).filteredOn(StoredExam::red).hasSizeGreaterThanOrEqualTo(9);
    }

    private static final class Nobody implements UplinkListener {
        @Override
        public void changed() {}

        @Override
        public void heard(DownlinkMessage message) {}
    }
}
