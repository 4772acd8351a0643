package org.ecgnet.hub;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;

/**
 * An exam as an edge would send it: eight leads of seeded noise, or of a simulated heart, at 500 Hz.
 *
 * @param messages in order: start, one chunk a second, end
 */
public record TestExam(ExamId id, Waveform waveform, List<UplinkMessage> messages) {

    private static final Instant STARTED = Instant.parse("2026-03-01T08:00:00Z");
    private static final int HERTZ = 500;

    public static TestExam of(long seed, int seconds) {
        return of(seed, seconds, STARTED);
    }

    public static TestExam of(long seed, int seconds, Instant startedAt) {
        var random = new Random(seed);
        ExamId id = ExamId.of(startedAt, random.nextLong(), random.nextLong());
        int[][] counts = new int[8][seconds * HERTZ];
        for (int[] lead : counts) {
            Arrays.setAll(lead, n -> random.nextInt(4001) - 2000);
        }
        Waveform waveform = new Waveform(
                new SampleRate(HERTZ), Lead.INDEPENDENT_8, Collections.nCopies(8, new LeadScale(2.5, 0)), counts);
        return of(id, waveform, startedAt);
    }

    /** A simulated heart, by eight leads. */
    public static TestExam of(Scenario scenario, long seed, int seconds) {
        var random = new Random(seed);
        ExamId id = ExamId.of(STARTED, random.nextLong(), random.nextLong());
        return of(
                id,
                Hearts.recording(scenario, seed, seconds, new SampleRate(HERTZ), Lead.INDEPENDENT_8)
                        .recording()
                        .waveform(),
                STARTED);
    }

    private static TestExam of(ExamId id, Waveform waveform, Instant startedAt) {
        int seconds = waveform.length() / HERTZ;
        List<UplinkMessage> messages = new ArrayList<>();
        messages.add(new ExamStarted(
                id,
                startedAt,
                new UnitId("ecg-1"),
                "reference",
                "Li",
                Patient.of(Sex.FEMALE, 61),
                Symptoms.NONE,
                waveform.rate(),
                waveform.leads(),
                waveform.scales(),
                false));
        for (int second = 0; second < seconds; second++) {
            int[][] part =
                    waveform.between(second * HERTZ, (second + 1) * HERTZ).counts();
            messages.add(new WaveChunk(
                    id,
                    second + 1,
                    second * HERTZ,
                    HERTZ,
                    Bytes.of(WaveformCodec.pack(WaveformMode.FAST, part)),
                    WaveformCodec.crc32c(part),
                    UnitMarks.NONE));
        }
        messages.add(new ExamEnded(
                id,
                seconds + 1,
                seconds,
                seconds * HERTZ,
                sha256(waveform.counts()),
                startedAt.plusSeconds(seconds),
                EndReason.COMPLETE));
        return new TestExam(id, waveform, List.copyOf(messages));
    }

    public WaveChunk chunk(int seq) {
        return (WaveChunk) messages.get(seq);
    }

    private static Bytes sha256(int[][] counts) {
        ByteBuffer bytes =
                ByteBuffer.allocate(counts.length * counts[0].length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < counts[0].length; n++) {
            for (int[] lead : counts) {
                bytes.putInt(lead[n]);
            }
        }
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
