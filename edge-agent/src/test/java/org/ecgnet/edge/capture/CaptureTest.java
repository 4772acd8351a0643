package org.ecgnet.edge.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.DeviceEvent.Announced;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.DeviceEvent.Status;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final SampleRate RATE = new SampleRate(500);
    private static final UnitFormat FORMAT =
            new UnitFormat(RATE, List.of(Lead.I, Lead.II), List.of(LeadScale.MICROVOLT, LeadScale.MICROVOLT));
    private static final int MODULUS = 65_536;
    private static final CaptureSettings SETTINGS = new CaptureSettings(
            new UnitId("ecg-1"),
            new UnitProfile("reference", 921_600, RATE, 1.0),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3));

    private final Capture capture = new Capture(SETTINGS);
    private final List<Captured> made = new ArrayList<>();
    private final List<int[]> sent = new ArrayList<>();
    private final Random random = new Random(7);
    private int sequence;

    private void begin(int seconds) {
        made.addAll(capture.on(new Announced("S1", "1.0", FORMAT), NOW));
        capture.begin(order(seconds), NOW);
    }

    private static ExamOrder order(int seconds) {
        return new ExamOrder(ExamId.of(NOW, 1, 2), Patient.UNKNOWN, Symptoms.NONE, "wang", seconds, false);
    }

    private void play(int samples) {
        play(samples, 5, Set.of(), false, false);
    }

    private void play(int samples, int aFrame, Set<Lead> off, boolean pace, boolean button) {
        for (int at = 0; at < samples; at += aFrame) {
            List<int[]> moments = new ArrayList<>();
            for (int n = 0; n < Math.min(aFrame, samples - at); n++) {
                moments.add(new int[] {random.nextInt(), random.nextInt(4000) - 2000});
            }
            sent.addAll(moments);
            made.addAll(capture.on(new Samples(moments, off, pace, button, sequence, MODULUS), NOW));
            sequence = (sequence + 1) % MODULUS;
        }
    }

    private Captured.Ended ended() {
        assertThat(made).last().isInstanceOf(Captured.Ended.class);
        return (Captured.Ended) made.get(made.size() - 1);
    }

    private List<WaveChunk> chunks() {
        return made.stream()
                .filter(Captured.Grew.class::isInstance)
                .map(one -> ((Captured.Grew) one).message())
                .toList();
    }

    private void expectAllThatWasSent(int samples) {
        int[][] counts = ended().recording().waveform().counts();
        assertThat(counts[0]).hasSize(samples);
        for (int n = 0; n < samples; n++) {
            assertThat(new int[] {counts[0][n], counts[1][n]}).isEqualTo(sent.get(n));
        }
    }

    @ParameterizedTest(name = "{0} s in frames of {1} samples")
    @CsvSource({"10,1", "10,5", "10,7", "3,64", "1,499", "1,501", "2,255"})
    void endsExactlyAtItsLengthHoweverFramesFall(int seconds, int aFrame) {
        begin(seconds);

        play(seconds * 500 + 1000, aFrame, Set.of(), false, false);

        assertThat(ended().message().samples()).isEqualTo(seconds * 500);
        assertThat(ended().message().reason()).isEqualTo(EndReason.COMPLETE);
        assertThat(chunks()).hasSize(seconds).allMatch(chunk -> chunk.samples() == 500);
        expectAllThatWasSent(seconds * 500);
        assertThat(capture.idle()).isTrue();
    }

    @Test
    void numbersMessagesFromZeroWithoutAGap() {
        begin(3);

        play(1500);

        assertThat(made.get(0)).isInstanceOf(Captured.Began.class);
        assertThat(chunks()).extracting(WaveChunk::seq).containsExactly(1, 2, 3);
        assertThat(chunks()).extracting(WaveChunk::firstSample).containsExactly(0, 500, 1000);
        assertThat(ended().message().seq()).isEqualTo(4);
        assertThat(ended().message().chunks()).isEqualTo(3);
    }

    @Test
    void startIsTheTimeOfTheFirstSampleNotOfItsFrame() {
        begin(1);

        play(50, 50, Set.of(), false, false);

        Captured.Began began = (Captured.Began) made.get(0);
        assertThat(began.message().startedAt()).isEqualTo(NOW.minusMillis(100));
        assertThat(began.message().unit()).isEqualTo(new UnitId("ecg-1"));
        assertThat(began.message().leads()).containsExactly(Lead.I, Lead.II);
    }

    @Test
    void aReplayThatEndsByItselfIsCompleteWithExactlyItsSamples() {
        begin(60);

        play(5000, 3, Set.of(), false, false);
        made.addAll(capture.on(new Status(OptionalInt.empty(), false), NOW));

        assertThat(ended().message().samples()).isEqualTo(5000);
        assertThat(ended().message().reason()).isEqualTo(EndReason.COMPLETE);
        expectAllThatWasSent(5000);
    }

    @Test
    void aStatusFromBeforeTheStartDoesNotEndARecordingThatHasNoSampleYet() {
        begin(1);

        made.addAll(capture.on(new Status(OptionalInt.empty(), false), NOW));
        play(500);

        assertThat(ended().message().samples()).isEqualTo(500);
    }

    @Test
    void lostFramesBecomeAGapWhereTheyWereLostAndNothingIsInvented() {
        begin(2);
        play(600);
        sequence += 3;

        play(400);

        assertThat(ended().recording().marks().gaps()).containsExactly(600);
        assertThat(chunks().get(1).marks().gaps()).containsExactly(100);
        assertThat(ended().message().samples()).isEqualTo(1000);
        expectAllThatWasSent(1000);
    }

    @Test
    void aCounterThatReturnsToZeroIsNoGap() {
        sequence = MODULUS - 10;
        begin(1);

        play(500);

        assertThat(ended().recording().marks().gaps()).isEmpty();
    }

    @Test
    void leadOffRunsAreClosedAtChunkEndsAndJoinInTheRecording() {
        begin(2);
        play(400);
        play(300, 5, Set.of(Lead.II), false, false);
        play(300);

        assertThat(chunks().get(0).marks().leadsOff()).containsExactly(new LeadOff(Lead.II, 400, 500));
        assertThat(chunks().get(1).marks().leadsOff()).containsExactly(new LeadOff(Lead.II, 0, 200));
        assertThat(ended().recording().marks().leadsOff())
                .containsExactly(new LeadOff(Lead.II, 400, 500), new LeadOff(Lead.II, 500, 700));
        assertThat(((Captured.Grew) made.get(1)).leadsOff()).containsExactly(Lead.II);
    }

    @Test
    void paceAndButtonAreMarkedAtTheFirstSampleOfTheirFrame() {
        begin(2);
        play(510);
        play(5, 5, Set.of(), true, false);
        play(5, 5, Set.of(), false, true);
        play(480);

        assertThat(ended().recording().marks().paceSamples()).containsExactly(510);
        assertThat(ended().recording().marks().buttonSamples()).containsExactly(515);
    }

    @ParameterizedTest(name = "unplugged after {0} samples")
    @ValueSource(ints = {1, 499, 500, 501, 1234})
    void anUnplugKeepsWhatWasRecordedAndSaysSo(int samples) {
        begin(10);
        play(samples, 1, Set.of(), false, false);

        made.addAll(capture.unitLost(NOW));

        assertThat(ended().message().reason()).isEqualTo(EndReason.UNIT_LOST);
        expectAllThatWasSent(samples);
        assertThat(chunks().stream().mapToInt(WaveChunk::samples).sum()).isEqualTo(samples);
    }

    @Test
    void stopEndsItAsStopped() {
        begin(10);
        play(700);

        made.addAll(capture.stop(NOW));

        assertThat(ended().message().reason()).isEqualTo(EndReason.STOPPED);
        expectAllThatWasSent(700);
    }

    @Test
    void silenceOfARunningUnitEndsItAsLost() {
        begin(10);
        play(700);

        made.addAll(capture.tick(NOW.plusSeconds(3)));
        assertThat(capture.idle()).isFalse();
        made.addAll(capture.tick(NOW.plusMillis(3001)));

        assertThat(ended().message().reason()).isEqualTo(EndReason.UNIT_LOST);
    }

    @Test
    void aUnitThatNeverSendsASampleMakesNoExam() {
        begin(10);

        made.addAll(capture.tick(NOW.plusMillis(5001)));

        assertThat(made).containsExactly(new Captured.NeverBegan(order(10).examId(), Captured.WhyNot.NO_SAMPLES));
        assertThat(capture.idle()).isTrue();
    }

    @Test
    void aUnitLostBeforeTheFirstSampleMakesNoExam() {
        begin(10);

        assertThat(capture.unitLost(NOW))
                .containsExactly(new Captured.NeverBegan(order(10).examId(), Captured.WhyNot.UNIT_LOST));
    }

    @Test
    void aUnitThatChangesItsFormatMidwayEndsTheRecording() {
        begin(10);
        play(600);
        UnitFormat other = new UnitFormat(new SampleRate(250), FORMAT.leads(), FORMAT.scales());

        made.addAll(capture.on(new Announced("S1", "1.0", other), NOW));

        assertThat(ended().message().reason()).isEqualTo(EndReason.UNIT_LOST);
        assertThat(ended().recording().waveform().rate()).isEqualTo(RATE);
    }

    @Test
    void theSameAnnouncementAgainChangesNothing() {
        begin(1);
        play(100);

        made.addAll(capture.on(new Announced("S1", "1.0", FORMAT), NOW));
        play(400);

        assertThat(ended().message().reason()).isEqualTo(EndReason.COMPLETE);
    }

    @Test
    void samplesOutsideARecordingAreNotRecorded() {
        made.addAll(capture.on(new Announced("S1", "1.0", FORMAT), NOW));

        play(500);

        assertThat(made).isEmpty();
    }

    @Test
    void rejectedBytesChangeNothing() {
        begin(1);
        play(250);
        made.addAll(
                capture.on(new DeviceEvent.Rejected(org.ecgnet.protocol.device.RejectReason.BAD_CHECKSUM, 22), NOW));
        play(250);

        assertThat(ended().message().reason()).isEqualTo(EndReason.COMPLETE);
    }

    @Test
    void aSecondRecordingCannotBeginWhileOneRuns() {
        begin(10);

        assertThatThrownBy(() -> capture.begin(order(10), NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatPowerLossLeavesEndsWithTheDigestOfItsChunks() {
        begin(3);
        play(1500);
        Captured.Began began = (Captured.Began) made.get(0);

        var whole = Reassembly.cutOff(began.message(), chunks());
        var part = Reassembly.cutOff(began.message(), chunks().subList(0, 2));

        assertThat(whole.sha256()).isEqualTo(ended().message().sha256());
        assertThat(whole.reason()).isEqualTo(EndReason.POWER_LOST);
        assertThat(part.samples()).isEqualTo(1000);
        assertThat(part.seq()).isEqualTo(3);
        assertThat(part.endedAt()).isEqualTo(began.message().startedAt().plusSeconds(2));
    }

    @Test
    void aMissingChunkIsNotReassembled() {
        begin(3);
        play(1500);
        Captured.Began began = (Captured.Began) made.get(0);

        assertThatThrownBy(() -> Reassembly.recording(began.message(), List.of(chunks().get(0), chunks().get(2))))
                .hasMessageContaining("a chunk is missing");
    }
}
