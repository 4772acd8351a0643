package org.ecgnet.edge.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.protocol.codec.ChunkPacker;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.SampleDigest;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/** One running recording: the chunk that fills, and what is known of the whole. For one thread. */
final class Take {

    /** A lost chunk costs no more than this many seconds of the recording. */
    private static final int KEY_EVERY_SECONDS = 10;

    private final ExamOrder order;
    private final ExamStarted started;
    private final int wanted;
    private final int[][] filling;
    private final ChunkPacker packer = new ChunkPacker(WaveformMode.FAST, KEY_EVERY_SECONDS);
    private final ChunkMarks marks = new ChunkMarks();
    private final SampleDigest digest;
    private final List<WaveChunk> chunks = new ArrayList<>();
    private final Tail tail;
    private int filled;
    private int samples;
    private OptionalInt nextSequence = OptionalInt.empty();
    private Instant lastSampleAt;

    Take(ExamOrder order, ExamStarted started, UnitFormat format, Instant now) {
        this.order = order;
        this.started = started;
        int second = format.rate().hertz();
        this.wanted = Math.multiplyExact(order.seconds(), second);
        this.filling = new int[format.leads().size()][second];
        this.tail = new Tail(started);
        this.digest = new SampleDigest(format.leads().size());
        this.lastSampleAt = now;
    }

    ExamOrder order() {
        return order;
    }

    int samples() {
        return samples;
    }

    boolean complete() {
        return samples == wanted;
    }

    Instant lastSampleAt() {
        return lastSampleAt;
    }

    /** Adds a frame, up to the wanted length; returns the chunks that it filled. */
    List<Captured> add(Samples frame, Instant now) {
        lastSampleAt = now;
        if (nextSequence.isPresent() && nextSequence.getAsInt() != frame.sequence()) {
            marks.gap(filled);
        }
        nextSequence = OptionalInt.of((frame.sequence() + 1) % frame.sequenceModulus());
        List<Captured> full = new ArrayList<>();
        boolean first = true;
        for (int[] moment : frame.counts()) {
            if (complete()) {
                break;
            }
            if (first && frame.pace()) {
                marks.pace(filled);
            }
            if (first && frame.button()) {
                marks.button(filled);
            }
            first = false;
            marks.off(frame.leadsOff(), filled);
            put(moment);
            if (filled == filling[0].length) {
                full.add(cut());
            }
        }
        return full;
    }

    private void put(int[] moment) {
        for (int lead = 0; lead < filling.length; lead++) {
            filling[lead][filled] = moment[lead];
        }
        digest.add(moment);
        filled++;
        samples++;
    }

    /** The rest that is no whole second yet; empty when there is none. */
    Optional<Captured> rest() {
        return filled == 0 ? Optional.empty() : Optional.of(cut());
    }

    private Captured.Grew cut() {
        int[][] counts = new int[filling.length][];
        Arrays.setAll(counts, lead -> Arrays.copyOf(filling[lead], filled));
        var unitMarks = marks.take(filled);
        WaveChunk chunk = new WaveChunk(
                order.examId(),
                chunks.size() + 1,
                samples - filled,
                filled,
                Bytes.of(packer.pack(counts)),
                WaveformCodec.crc32c(counts),
                unitMarks);
        chunks.add(chunk);
        tail.add(counts, unitMarks);
        filled = 0;
        Set<Lead> off = EnumSet.noneOf(Lead.class);
        unitMarks.leadsOff().stream().map(LeadOff::lead).forEach(off::add);
        return new Captured.Grew(chunk, counts, off);
    }

    /** Ends it; {@link #rest()} must have been taken. */
    Captured.Ended end(EndReason reason, Instant now) {
        ExamEnded ended =
                new ExamEnded(order.examId(), chunks.size() + 1, chunks.size(), samples, digest.value(), now, reason);
        if (Reassembly.longer(started, samples)) {
            return new Captured.Ended(ended, tail.recording(), tail.firstSample(), order.patient(), order.symptoms());
        }
        return new Captured.Ended(ended, Reassembly.recording(started, chunks), 0, order.patient(), order.symptoms());
    }
}
