package org.ecgnet.edge.drop;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartReading;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.protocol.codec.ChunkPacker;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.SampleDigest;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/** From a file's recording to the messages of its exam. Pure: the same bytes give the same exam. */
final class ExamOfFile {

    private static final int KEY_EVERY_SECONDS = 10;

    private ExamOfFile() {}

    static DroppedExam of(byte[] file, CartReading.Accepted read, ZoneId zone) {
        CartRecording cart = read.recording();
        Instant startedAt = cart.recordedAt().at(zone);
        Patient patient = cart.patient().on(cart.recordedAt().local().toLocalDate());
        Waveform waveform = cart.waveform();
        ExamId examId = examId(file, startedAt);
        List<OfExam> messages = new ArrayList<>();
        messages.add(new ExamStarted(
                examId,
                startedAt,
                unit(cart.device()),
                read.format() + (cart.device().isEmpty() ? "" : ": " + cart.device()),
                cart.operator(),
                patient,
                Symptoms.NONE,
                waveform.rate(),
                waveform.leads(),
                waveform.scales(),
                false));
        messages.addAll(chunks(examId, waveform, cart.marks()));
        messages.add(end(examId, waveform, messages.size() - 1, startedAt));
        return new DroppedExam(examId, messages, new Recording(startedAt, waveform, cart.marks()), patient);
    }

    /** Of the time of the recording and the file's bytes. */
    private static ExamId examId(byte[] file, Instant startedAt) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(file));
        return ExamId.of(startedAt.isBefore(Instant.EPOCH) ? Instant.EPOCH : startedAt, hash.getLong(), hash.getLong());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static UnitId unit(String device) {
        String plain =
                device.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String named = plain.isEmpty() ? "cart" : "cart-" + plain;
        return new UnitId(named.substring(0, Math.min(40, named.length())));
    }

    private static List<WaveChunk> chunks(ExamId examId, Waveform waveform, UnitMarks marks) {
        ChunkPacker packer = new ChunkPacker(WaveformMode.FAST, KEY_EVERY_SECONDS);
        List<WaveChunk> chunks = new ArrayList<>();
        int[][] all = waveform.counts();
        int second = waveform.rate().hertz();
        for (int from = 0; from < waveform.length(); from += second) {
            int first = from;
            int to = Math.min(waveform.length(), from + second);
            int[][] counts = new int[all.length][];
            Arrays.setAll(counts, lead -> Arrays.copyOfRange(all[lead], first, to));
            chunks.add(new WaveChunk(
                    examId,
                    chunks.size() + 1,
                    from,
                    to - from,
                    Bytes.of(packer.pack(counts)),
                    WaveformCodec.crc32c(counts),
                    marks.between(from, to)));
        }
        return chunks;
    }

    private static ExamEnded end(ExamId examId, Waveform waveform, int chunks, Instant startedAt) {
        int[][] all = waveform.counts();
        SampleDigest digest = new SampleDigest(all.length);
        int[] moment = new int[all.length];
        for (int sample = 0; sample < waveform.length(); sample++) {
            for (int lead = 0; lead < all.length; lead++) {
                moment[lead] = all[lead][sample];
            }
            digest.add(moment);
        }
        Instant endedAt = startedAt.plus(waveform.rate().lasting(waveform.length()));
        return new ExamEnded(
                examId, chunks + 1, chunks, waveform.length(), digest.value(), endedAt, EndReason.COMPLETE);
    }
}
