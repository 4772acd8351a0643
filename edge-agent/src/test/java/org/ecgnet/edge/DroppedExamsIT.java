package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.drop.CartFile;
import org.ecgnet.edge.drop.DropSettings;
import org.ecgnet.edge.drop.DropWatch;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoreSettings;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.RuleProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedExamsIT {

    @TempDir
    private Path folder;

    @Test
    void aFileIsStoredReadAndReadyToBeSentLikeAnyRecording() throws Exception {
        StoreSettings store = new StoreSettings(
                folder.resolve("store"), folder.resolve("key"), 64 << 20, 1 << 20, Duration.ofDays(30));
        DropSettings settings = new DropSettings(
                folder.resolve("drop"), Duration.ofMillis(50), Duration.ofMillis(200), ZoneId.of("Asia/Shanghai"));
        AtomicInteger news = new AtomicInteger();
        Files.createDirectories(settings.folder());
        Files.write(settings.folder().resolve("vt.xml"), CartFile.of(Scenario.VT, 1));
        Files.write(settings.folder().resolve("again.xml"), CartFile.of(Scenario.VT, 1));
        try (ClinicStore clinic = ClinicStore.open(store);
                DropWatch watch = new DropWatch(
                        settings,
                        new DroppedExams(
                                clinic,
                                new LocalReader(RuleProfile.DEFAULT),
                                Clock.systemUTC(),
                                news::incrementAndGet))) {
            watch.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(settings.folder().resolve("done/vt.xml"))
                            && Files.exists(settings.folder().resolve("done/again.xml")));

            assertThat(clinic.book().latest(10)).hasSize(1);
            StoredExam exam = clinic.book().latest(10).get(0);
            assertThat(exam.endedAt()).isPresent();
            assertThat(exam.localReading().orElseThrow().value().level()).isEqualTo(TriageLevel.RED);
            assertThat(exam.red()).isTrue();
            assertThat(clinic.spool().backlog().messages()).isEqualTo(13);
            assertThat(clinic.book()
                            .strip(exam.examId())
                            .orElseThrow()
                            .waveform()
                            .length())
                    .as("ten seconds to print")
                    .isBetween(
                            10 * exam.started().rate().hertz(),
                            11 * exam.started().rate().hertz());
            assertThat(news.get()).isEqualTo(2);
        }
    }
}
