package org.ecgnet.edge;

import java.time.Clock;
import java.util.Optional;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.edge.drop.DropSink;
import org.ecgnet.edge.drop.DroppedExam;
import org.ecgnet.edge.reading.BestTen;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.Strip;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
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
            Optional<StoredExam> known = store.book().exam(exam.examId());
            if (known.flatMap(StoredExam::localReading).isPresent()) {
                return true;
            }
            if (known.isEmpty() && store.disk().room() == DiskState.Room.FULL) {
                return false;
            }
            store.spool().putAll(exam.messages(), clock.instant());
            told.run();
            ReadingReady reading = reader.read(exam.examId(), exam.recording(), exam.patient(), Symptoms.NONE);
            LOGGER.info("Exam {} read on this computer: {}", reading.examId(), reading.level());
            store.book().read(reading, Optional.of(strip(exam)), clock.instant());
            told.run();
            return true;
        } catch (StoreException e) {
            LOGGER.warn("Exam {} stays in its file for now: {}", exam.examId(), e.getMessage());
            return false;
        }
    }

    /** What is shown and printed: the whole of an exam of the usual length, the best ten seconds of a longer one. */
    private static Strip strip(DroppedExam exam) {
        Recording whole = exam.recording();
        int length = whole.waveform().length();
        BestTen.Stretch stretch = new BestTen.Stretch(0, whole);
        if (length >= LocalReader.LONG_SECONDS * whole.waveform().rate().hertz()
                && exam.messages().get(0) instanceof ExamStarted started) {
            stretch = BestTen.of(started, whole).orElse(stretch);
        }
        return new Strip(stretch.firstSample(), stretch.recording().waveform());
    }
}
