package org.ecgnet.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Recording;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.Strip;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/**
 * The recording of an exam as the store holds it, whole.
 *
 * @param started with the patient as he is known by now
 */
record StoredRecording(ExamStarted started, List<WaveChunk> chunks) {

    StoredRecording {
        chunks = List.copyOf(chunks);
    }

    /** Empty when the exam is unknown, or its first messages went to the hub and were forgotten. */
    static Optional<StoredRecording> of(ClinicStore store, ExamId examId) {
        List<OfExam> items = store.spool().items(examId, -1, Integer.MAX_VALUE);
        if (items.isEmpty() || items.get(0).seq() != 0) {
            return Optional.empty();
        }
        List<WaveChunk> chunks = new ArrayList<>();
        for (OfExam item : items) {
            if (item instanceof WaveChunk chunk) {
                chunks.add(chunk);
            }
        }
        return store.book().exam(examId).map(StoredExam::started).map(started -> new StoredRecording(started, chunks));
    }

    /** What of it is read: the whole, or of a long one its last seconds. */
    Recording readable() {
        return Reassembly.readable(started, chunks);
    }

    /** The seconds that {@link #readable} gives, to be kept; empty when there are none. */
    Optional<Strip> strip(Recording readable) {
        int samples = chunks.stream().mapToInt(WaveChunk::samples).sum();
        int length = readable.waveform().length();
        return length == 0 ? Optional.empty() : Optional.of(new Strip(samples - length, readable.waveform()));
    }

    /** The seconds of a strip, with the marks of the unit. */
    Recording of(Strip strip) {
        int from = strip.firstSample();
        return new Recording(
                started.startedAt().plus(started.rate().lasting(from)),
                strip.waveform(),
                Reassembly.marks(chunks).between(from, from + strip.waveform().length()));
    }
}
