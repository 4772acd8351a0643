package org.ecgnet.hub.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.intake.IntakeRepository.SegmentOf;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.codec.ChunkPacker;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArchivePressIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant RECORDED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration AFTER = Duration.ofDays(1);
    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final int HERTZ = 500;
    private static final int SECONDS = 12;
    private static final byte DENSE = 3;

    private final ArchivePress press = new ArchivePress(
            DATABASE.database(), AFTER, Clock.fixed(RECORDED.plus(AFTER).plusSeconds(1), ZoneOffset.UTC));

    @AfterEach
    void nothingStaysDue() {
        DATABASE.administer("update exam set pressed_at = now()");
        press.close();
    }

    @Test
    void anOldExamTakesLessRoomAndReadsTheSame() {
        ExamId id = stored(1, RECORDED, WaveformMode.PLAIN);
        Recording before = recording(id);
        long room = room(id);

        assertThat(press.pass()).isOne();

        assertThat(room(id)).isLessThan(room * 2 / 3);
        assertThat(forms(id)).containsOnly(DENSE).hasSize(SECONDS);
        assertThat(recording(id).waveform().counts())
                .isDeepEqualTo(before.waveform().counts());
        assertThat(press.pass()).isZero();
    }

    @Test
    void aFastStreamBecomesDense() {
        ExamId id = stored(2, RECORDED, WaveformMode.FAST);
        Recording before = recording(id);

        press.pass();

        assertThat(forms(id)).containsOnly(DENSE);
        assertThat(recording(id).waveform().counts())
                .isDeepEqualTo(before.waveform().counts());
    }

    @Test
    void anExamThatIsNotOldEnoughStaysAsItCame() {
        ExamId id = stored(3, RECORDED.plusSeconds(2), WaveformMode.PLAIN);

        assertThat(press.pass()).isZero();

        assertThat(forms(id)).doesNotContain(DENSE);
    }

    @Test
    void anExamWithASegmentThatCannotBeReadStaysAsItCame() {
        ExamId id = stored(4, RECORDED, WaveformMode.PLAIN);
        DATABASE.administer("update wave_segment set crc32c = crc32c + 1 where seq = 5 and exam_id = '" + id + "'");

        assertThat(press.pass()).isZero();

        assertThat(forms(id)).doesNotContain(DENSE);
        assertThat(press.pass()).isZero();
    }

    @Test
    void aPassThatFailsInTheMiddleLeavesTheOldFormAndTheNextOneDoesIt() {
        ExamId id = stored(5, RECORDED, WaveformMode.PLAIN);
        DATABASE.administer("create function broken() returns trigger language plpgsql as"
                + " $$ begin if new.seq = 7 then raise exception 'disk'; end if; return new; end $$");
        DATABASE.administer(
                "create trigger broken before update on wave_segment for each row execute function broken()");
        try {
            org.assertj.core.api.Assertions.assertThatThrownBy(press::pass)
                    .isInstanceOf(org.ecgnet.hub.store.DatabaseException.class);
            assertThat(forms(id)).doesNotContain(DENSE);
        } finally {
            DATABASE.administer("drop trigger broken on wave_segment");
            DATABASE.administer("drop function broken");
        }

        assertThat(press.pass()).isOne();
        assertThat(forms(id)).containsOnly(DENSE);
    }

    private static ExamId stored(int number, Instant at, WaveformMode mode) {
        ExamId id = ExamId.parse("019ca869-5000-7624-b52a-0000000000" + (10 + number));
        var scales =
                IntStream.range(0, 8).mapToObj(lead -> new LeadScale(2.5, 0)).toList();
        Exam exam = new Exam(
                id,
                SITE,
                new UnitId("unit-1"),
                "reference-12",
                "周医生",
                Patient.UNKNOWN,
                Symptoms.NONE,
                new SampleRate(HERTZ),
                Lead.INDEPENDENT_8,
                scales,
                at,
                at,
                Duration.ZERO,
                false,
                ExamState.ARRIVING,
                Optional.empty(),
                Bedside.NONE);
        DATABASE.database().transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(SITE, at);
            var exams = transaction.repository(ExamRepository.class);
            exams.addIfAbsent(exam);
            transaction.repository(IntakeRepository.class).addSegments(segments(id, number, mode), at);
            exams.complete(id, ExamState.COMPLETE, at);
            exams.read(id, at);
        });
        return id;
    }

    private static List<SegmentOf> segments(ExamId id, int seed, WaveformMode mode) {
        var random = new Random(seed);
        var packer = new ChunkPacker(mode, 10);
        return IntStream.range(0, SECONDS)
                .mapToObj(second -> {
                    int[][] counts = new int[8][HERTZ];
                    for (int[] lead : counts) {
                        Arrays.setAll(lead, n -> (int) (400 * Math.sin(n / 40.0) + 3 * random.nextGaussian()));
                    }
                    return new SegmentOf(
                            id,
                            new Segment(
                                    second + 1,
                                    second * HERTZ,
                                    HERTZ,
                                    Bytes.of(packer.pack(counts)),
                                    WaveformCodec.crc32c(counts),
                                    UnitMarks.NONE));
                })
                .toList();
    }

    private static Recording recording(ExamId id) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).recording(id))
                .orElseThrow();
    }

    private static List<Segment> segmentsOf(ExamId id) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).segments(id, 1));
    }

    private static long room(ExamId id) {
        return segmentsOf(id).stream()
                .mapToLong(segment -> segment.waveform().length())
                .sum();
    }

    private static List<Byte> forms(ExamId id) {
        return segmentsOf(id).stream()
                .map(segment -> segment.waveform().toArray()[0])
                .toList();
    }
}
