package org.ecgnet.edge.capture;

import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.codec.ChunkUnpacker;
import org.ecgnet.protocol.codec.Unpacked;
import org.ecgnet.protocol.uplink.SampleDigest;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/** From the messages of an exam back to its recording. */
public final class Reassembly {

    /** A longer recording is never held in memory as a whole: half an hour would take a hundred megabytes. */
    public static final int MOST_SECONDS_AT_ONCE = 60;

    private Reassembly() {}

    /** What is done with each chunk's samples, by lead and sample. */
    private interface Each {
        void chunk(WaveChunk chunk, int[][] counts);
    }

    /**
     * The recording of an exam.
     *
     * @param chunks all of them, in order
     * @throws IllegalStateException when a chunk is missing or damaged
     */
    public static Recording recording(ExamStarted started, List<WaveChunk> chunks) {
        int[][] counts = new int[started.leads().size()][samples(chunks)];
        each(started, chunks, (chunk, part) -> {
            for (int lead = 0; lead < counts.length; lead++) {
                System.arraycopy(part[lead], 0, counts[lead], chunk.firstSample(), chunk.samples());
            }
        });
        Waveform waveform = new Waveform(started.rate(), started.leads(), started.scales(), counts);
        return new Recording(started.startedAt(), waveform, marks(chunks));
    }

    /**
     * What of an exam is read: the whole, or of a long one its last ten seconds.
     *
     * @param chunks all of them, in order
     * @throws IllegalStateException when a chunk is missing or damaged
     */
    public static Recording readable(ExamStarted started, List<WaveChunk> chunks) {
        if (!longer(started, samples(chunks))) {
            return recording(started, chunks);
        }
        Tail tail = new Tail(started);
        each(started, chunks, (chunk, part) -> tail.add(part, chunk.marks()));
        return tail.recording();
    }

    /** What the unit said about the samples, counted from the first of the recording. */
    public static UnitMarks marks(List<WaveChunk> chunks) {
        Tail.Marks marks = new Tail.Marks();
        chunks.forEach(chunk -> marks.add(chunk.marks(), chunk.firstSample()));
        return marks.all();
    }

    /** True for a recording that is not held as a whole. */
    static boolean longer(ExamStarted started, int samples) {
        return samples > MOST_SECONDS_AT_ONCE * started.rate().hertz();
    }

    private static int samples(List<WaveChunk> chunks) {
        return chunks.stream().mapToInt(WaveChunk::samples).sum();
    }

    private static void each(ExamStarted started, List<WaveChunk> chunks, Each each) {
        ChunkUnpacker unpacker = new ChunkUnpacker();
        int at = 0;
        for (WaveChunk chunk : chunks) {
            each.chunk(chunk, unpack(unpacker, started, chunk, at));
            at += chunk.samples();
        }
    }

    private static int[][] unpack(ChunkUnpacker unpacker, ExamStarted started, WaveChunk chunk, int at) {
        if (chunk.firstSample() != at) {
            throw new IllegalStateException("exam " + chunk.examId() + ", chunk " + chunk.seq() + " begins at sample "
                    + chunk.firstSample() + " (expected: " + at + "): a chunk is missing");
        }
        Unpacked unpacked =
                unpacker.unpack(chunk.waveform().toArray(), started.leads().size(), chunk.samples(), chunk.crc32c());
        if (unpacked instanceof Unpacked.Samples read) {
            return read.counts();
        }
        throw new IllegalStateException("exam " + chunk.examId() + ", chunk " + chunk.seq() + " is damaged");
    }

    /** The end of an exam whose agent was cut off: what was stored is the recording. */
    public static ExamEnded cutOff(ExamStarted started, List<WaveChunk> chunks) {
        SampleDigest digest = new SampleDigest(started.leads().size());
        int[] moment = new int[started.leads().size()];
        each(started, chunks, (chunk, part) -> {
            for (int sample = 0; sample < chunk.samples(); sample++) {
                for (int lead = 0; lead < moment.length; lead++) {
                    moment[lead] = part[lead][sample];
                }
                digest.add(moment);
            }
        });
        int samples = samples(chunks);
        Instant endedAt = started.startedAt().plus(started.rate().lasting(samples));
        return new ExamEnded(
                started.examId(),
                chunks.size() + 1,
                chunks.size(),
                samples,
                digest.value(),
                endedAt,
                EndReason.POWER_LOST);
    }
}
