package org.ecgnet.edge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
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
                Stored stored = stored(examId);
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
                Stored stored = stored(examId);
                var started = stored.started();
                var recording = Reassembly.readable(started, stored.chunks());
                store.book().read(reader.read(examId, recording, started.patient(), started.symptoms()), now);
            } catch (StoreException | IllegalStateException e) {
                putAside(examId, e);
            }
        }
    }

    private void putAside(ExamId examId, RuntimeException e) {
        LOGGER.error("Exam {} is damaged in the store and stands aside", examId, e);
        store.spool().refused(examId, "stored on this computer, but damaged: record again");
    }

    private record Stored(ExamStarted started, List<WaveChunk> chunks) {}

    private Stored stored(ExamId examId) {
        List<WaveChunk> chunks = new ArrayList<>();
        List<ExamStarted> starts = new ArrayList<>();
        for (OfExam item : store.spool().items(examId, -1, Integer.MAX_VALUE)) {
            if (item instanceof ExamStarted started) {
                starts.add(started);
            } else if (item instanceof WaveChunk chunk) {
                chunks.add(chunk);
            }
        }
        if (starts.isEmpty()) {
            throw new IllegalStateException("exam " + examId + " has lost its start");
        }
        return new Stored(starts.get(0), chunks);
    }
}
