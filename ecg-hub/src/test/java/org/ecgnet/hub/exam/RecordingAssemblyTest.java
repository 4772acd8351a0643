package org.ecgnet.hub.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.hub.TestExam;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.junit.jupiter.api.Test;

class RecordingAssemblyTest {

    private static final int SECOND = 500;
    private static final TestExam SENT = TestExam.of(9, 4);

    @Test
    void allSegmentsMakeTheRecordingBitExact() {
        RecordingAssembly whole = RecordingAssembly.of(exam(), segments());
        assertThat(whole.recording().orElseThrow().waveform()).isEqualTo(SENT.waveform());
        assertThat(whole.problem(ending())).isEmpty();
    }

    @Test
    void whatFollowsAMissingSegmentIsNotUsed() {
        List<Segment> segments = segments();
        segments.remove(1);
        RecordingAssembly part = RecordingAssembly.of(exam(), segments);
        assertThat(part.recording().orElseThrow().waveform())
                .isEqualTo(SENT.waveform().between(0, SECOND));
        assertThat(part.problem(ending())).contains("1 segments with 500 samples (expected: 4 with 2000)");
    }

    @Test
    void aSegmentThatDoesNotUnpackIsLeftOutAndMarkedAsAGap() {
        List<Segment> segments = segments();
        Segment second = segments.get(1);
        segments.set(1, new Segment(2, SECOND, SECOND, second.waveform(), second.crc32c() + 1, second.marks()));
        RecordingAssembly damaged = RecordingAssembly.of(exam(), segments);

        assertThat(damaged.recording().orElseThrow().waveform().length()).isEqualTo(3 * SECOND);
        assertThat(damaged.recording().orElseThrow().marks().gaps()).containsExactly(SECOND);
        assertThat(damaged.problem(ending()).orElseThrow()).startsWith("segment 2: CRC-32C");
    }

    @Test
    void anotherDigestIsAProblem() {
        Ending other = new Ending(4, 4 * SECOND, Bytes.of(new byte[32]));
        assertThat(RecordingAssembly.of(exam(), segments()).problem(other)).contains("SHA-256 of the samples differs");
    }

    @Test
    void marksCountFromTheFirstSampleAndRunsJoinOverSegments() {
        List<Segment> segments = segments();
        segments.set(
                1, marked(2, new UnitMarks(List.of(new LeadOff(Lead.V2, 100, 500)), List.of(7), List.of(), List.of())));
        segments.set(
                2, marked(3, new UnitMarks(List.of(new LeadOff(Lead.V2, 0, 50)), List.of(), List.of(3), List.of(9))));

        UnitMarks marks =
                RecordingAssembly.of(exam(), segments).recording().orElseThrow().marks();

        assertThat(marks.leadsOff()).containsExactly(new LeadOff(Lead.V2, 600, 1050));
        assertThat(marks.paceSamples()).containsExactly(507);
        assertThat(marks.buttonSamples()).containsExactly(1003);
        assertThat(marks.gaps()).containsExactly(1009);
    }

    @Test
    void noSegmentIsNoRecording() {
        assertThat(RecordingAssembly.of(exam(), List.of()).recording()).isEmpty();
    }

    private static Segment marked(int seq, UnitMarks marks) {
        WaveChunk chunk = SENT.chunk(seq);
        return new Segment(seq, chunk.firstSample(), chunk.samples(), chunk.waveform(), chunk.crc32c(), marks);
    }

    private static List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int seq = 1; seq <= 4; seq++) {
            segments.add(marked(seq, SENT.chunk(seq).marks()));
        }
        return segments;
    }

    private static Ending ending() {
        ExamEnded ended = (ExamEnded) SENT.messages().get(5);
        return new Ending(ended.chunks(), ended.samples(), ended.sha256());
    }

    private static Exam exam() {
        ExamStarted started = (ExamStarted) SENT.messages().get(0);
        return new Exam(
                SENT.id(),
                new SiteCode("linhe-01"),
                started.unit(),
                started.unitModel(),
                started.operator(),
                started.patient(),
                started.symptoms(),
                started.rate(),
                started.leads(),
                started.scales(),
                started.startedAt(),
                started.startedAt(),
                Duration.ZERO,
                started.drill(),
                ExamState.ARRIVING,
                Optional.empty(),
                Bedside.NONE);
    }
}
