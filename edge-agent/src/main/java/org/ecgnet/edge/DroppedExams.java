package org.ecgnet.edge;

import java.time.Clock;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.edge.drop.DropSink;
import org.ecgnet.edge.drop.DroppedExam;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exams that came as files: stored whole, read here, sent like all others. Called on the folder's thread. */
final class DroppedExams implements DropSink {

    private static final Logger LOGGER = LoggerFactory.getLogger(DroppedExams.class);

    private final ClinicStore store;
    private final LocalReader reader;
    private final Clock clock;
    private final Runnable told;

    /** @param told there is something new to send and to show */
    DroppedExams(ClinicStore store, LocalReader reader, Clock clock, Runnable told) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
        this.told = told;
    }

    @Override
    public boolean take(DroppedExam exam) {
        try {
            if (store.book().exam(exam.examId()).isPresent()) {
                return true;
            }
            if (store.disk().room() == DiskState.Room.FULL) {
                return false;
            }
            store.spool().putAll(exam.messages(), clock.instant());
            told.run();
            ReadingReady reading = reader.read(exam.examId(), exam.recording(), exam.patient(), Symptoms.NONE);
            LOGGER.info("Exam {} read on this computer: {}", reading.examId(), reading.level());
            store.book().read(reading, clock.instant());
            told.run();
            return true;
        } catch (StoreException e) {
            LOGGER.warn("Exam {} stays in its file for now: {}", exam.examId(), e.getMessage());
            return false;
        }
    }
}
