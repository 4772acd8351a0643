package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.reading.StoredReading.Origin;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.live.LiveWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A rhythm that kills, streamed chunk by chunk: the page is there before the exam ends. */
class LiveWatchIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SECONDS = 20;

    @TempDir
    private Path folder;

    private HubServer hub;
    private TestSite site;

    @BeforeEach
    void startHubAndSite() throws Exception {
        CountyAuthority authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        authority.issue(SITE, folder.resolve("site.p12"), Instant.now());
        startHub();
    }

    private void startHub() throws Exception {
        hub = HubServer.start(HubSettings.parse(TestSettings.of(folder, DATABASE.address())), Clock.systemUTC());
        site = TestSite.connect(hub.mqttPort(), SITE, folder.resolve("site.p12"));
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        hub.close();
    }

    @Test
    void fibrillationIsReadRedAndPagedWhileTheExamStillRuns() throws Exception {
        TestExam exam = TestExam.of(Scenario.VF, 1, SECONDS);
        say(exam, 0, secondOfAlarm(exam));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(readings(exam)).hasSize(1);
            assertThat(site.heard(ReadingReady.class))
                    .extracting(ReadingReady::examId)
                    .contains(exam.id());
        });
        StoredReading live = readings(exam).get(0);
        assertThat(live.origin()).isEqualTo(Origin.LIVE);
        assertThat(live.reading().level()).isEqualTo(TriageLevel.RED);
        assertThat(live.reading().findings()).extracting(Finding::rule).containsExactly("R03");
        assertThat(cases(exam)).isEqualTo(1);
        assertThat(pages(exam)).isEqualTo(1);

        say(exam, secondOfAlarm(exam) + 1, exam.messages().size() - 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readings(exam))
                .extracting(StoredReading::origin)
                .containsExactly(Origin.LIVE, Origin.ENGINE));
        assertThat(cases(exam)).isEqualTo(1);
        assertThat(pages(exam)).isEqualTo(1);
    }

    @Test
    void aHubThatStartsAgainInMidExamKnowsWhatItHadSeen() throws Exception {
        TestExam exam = TestExam.of(Scenario.VF, 2, SECONDS);
        int alarm = secondOfAlarm(exam);
        say(exam, 0, alarm - 1);
        assertThat(readings(exam)).isEmpty();
        stop();

        startHub();
        say(exam, alarm, alarm);

        // One second alone is too little to ring: the seconds before it came from the database.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readings(exam))
                .extracting(StoredReading::origin)
                .containsExactly(Origin.LIVE));
        assertThat(pages(exam)).isEqualTo(1);
    }

    @Test
    void whatWasRungBeforeARestartIsNotRungAgain() throws Exception {
        TestExam exam = TestExam.of(Scenario.VF, 3, SECONDS);
        int alarm = secondOfAlarm(exam);
        say(exam, 0, alarm);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readings(exam)).hasSize(1));
        stop();

        startHub();
        say(exam, alarm + 1, exam.messages().size() - 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readings(exam))
                .extracting(StoredReading::origin)
                .containsExactly(Origin.LIVE, Origin.ENGINE));
        assertThat(cases(exam)).isEqualTo(1);
    }

    /** Says some of an exam's messages, and returns when the last of them is stored. */
    private void say(TestExam exam, int first, int last) throws Exception {
        for (int seq = first; seq <= last; seq++) {
            site.say(exam.messages().get(seq));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.heard(StoredUpTo.class))
                .contains(new StoredUpTo(exam.id(), last)));
    }

    /** The chunk with which the watch itself, given the same seconds, begins to ring. */
    private static int secondOfAlarm(TestExam exam) {
        var watch = new LiveWatch(
                RuleProfile.DEFAULT,
                exam.waveform().rate(),
                exam.waveform().leads(),
                exam.waveform().scales());
        int hertz = exam.waveform().rate().hertz();
        for (int second = 1; second <= SECONDS; second++) {
            if (!watch.next(
                            exam.waveform()
                                    .between((second - 1) * hertz, second * hertz)
                                    .counts(),
                            Set.of())
                    .isEmpty()) {
                return second;
            }
        }
        throw new AssertionError("the watch never rings");
    }

    private static List<StoredReading> readings(TestExam exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ReadingRepository.class).ofExam(exam.id()));
    }

    private static int cases(TestExam exam) {
        return DATABASE.count("critical_case_exam where exam_id = '" + exam.id() + "'");
    }

    private static int pages(TestExam exam) {
        return DATABASE.count(
                "page p join critical_case_exam e on e.case_id = p.case_id where e.exam_id = '" + exam.id() + "'");
    }
}
