package org.ecgnet.edge.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.LeadOff;
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

    private Reassembly() {}

    /**
     * The recording of an exam.
     *
     * @param chunks all of them, in order
     * @throws IllegalStateException when a chunk is missing or damaged
     */
    public static Recording recording(ExamStarted started, List<WaveChunk> chunks) {
        int length = chunks.stream().mapToInt(WaveChunk::samples).sum();
        int[][] counts = new int[started.leads().size()][length];
        List<LeadOff> leadsOff = new ArrayList<>();
        List<Integer> pace = new ArrayList<>();
        List<Integer> button = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        ChunkUnpacker unpacker = new ChunkUnpacker();
        int at = 0;
        for (WaveChunk chunk : chunks) {
            int[][] part = unpack(unpacker, started, chunk, at);
            for (int lead = 0; lead < counts.length; lead++) {
                System.arraycopy(part[lead], 0, counts[lead], at, chunk.samples());
            }
            int from = at;
            UnitMarks marks = chunk.marks();
            marks.leadsOff().forEach(run -> leadsOff.add(new LeadOff(run.lead(), run.from() + from, run.to() + from)));
            marks.paceSamples().forEach(sample -> pace.add(sample + from));
            marks.buttonSamples().forEach(sample -> button.add(sample + from));
            marks.gaps().forEach(sample -> gaps.add(sample + from));
            at += chunk.samples();
        }
        Waveform waveform = new Waveform(started.rate(), started.leads(), started.scales(), counts);
        return new Recording(started.startedAt(), waveform, new UnitMarks(leadsOff, pace, button, gaps));
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
        Waveform waveform = recording(started, chunks).waveform();
        SampleDigest digest = new SampleDigest(started.leads().size());
        int[][] counts = waveform.counts();
        int[] moment = new int[counts.length];
        for (int sample = 0; sample < waveform.length(); sample++) {
            for (int lead = 0; lead < counts.length; lead++) {
                moment[lead] = counts[lead][sample];
            }
            digest.add(moment);
        }
        Instant endedAt = started.startedAt().plus(started.rate().lasting(waveform.length()));
        return new ExamEnded(
                started.examId(),
                chunks.size() + 1,
                chunks.size(),
                waveform.length(),
                digest.value(),
                endedAt,
                EndReason.POWER_LOST);
    }
}
