package org.ecgnet.ops.evaluate.record;

import java.util.List;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;

/**
 * A record as the triage takes it.
 *
 * @param comments of its header, without {@code #}
 */
public record EcgRecord(RecordName name, Recording recording, Patient patient, List<String> comments) {

    public EcgRecord {
        comments = List.copyOf(comments);
    }

    /** Seconds of signal. */
    public double seconds() {
        return recording.waveform().rate().millisAt(recording.waveform().length()) / 1000;
    }
}
