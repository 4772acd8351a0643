package org.ecgnet.edge;

import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Recording;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done at every start: exams that a power failure cut off are ended and read. */
final class PowerLossRecovery {

    private static final Logger LOGGER = LoggerFactory.getLogger(PowerLossRecovery.class);

    private final ClinicStore store;
    private final LocalReader reader;

    PowerLossRecovery(ClinicStore store, LocalReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** Ends every exam without an end with what was stored of it. */
    void endCutOff(Instant now) {
        for (ExamId examId : store.spool().unfinished()) {
            try {
                StoredRecording stored = stored(examId);
                store.spool().put(Reassembly.cutOff(stored.started(), stored.chunks()), now);
                LOGGER.warn(
                        "Exam {} was cut off and ended with {} chunks",
                        examId,
                        stored.chunks().size());
            } catch (StoreException | IllegalStateException e) {
                putAside(examId, e);
            }
        }
    }

    /** Reads every ended exam that was not read here. */
    void readUnread(Instant now) {
        for (ExamId examId : store.spool().unread()) {
            try {
                StoredRecording stored = stored(examId);
                ExamStarted started = stored.started();
                Recording recording = stored.readable();
                ReadingReady reading = reader.read(examId, recording, started.patient(), started.symptoms());
                store.book().read(reading, stored.strip(recording), now);
            } catch (StoreException | IllegalStateException e) {
                putAside(examId, e);
            }
        }
    }

    private void putAside(ExamId examId, RuntimeException e) {
        LOGGER.error("Exam {} is damaged in the store and stands aside", examId, e);
        store.spool().refused(examId, "stored on this computer, but damaged: record again");
    }

    private StoredRecording stored(ExamId examId) {
        return StoredRecording.of(store, examId)
                .orElseThrow(() -> new IllegalStateException("exam " + examId + " has lost its start"));
    }
}
