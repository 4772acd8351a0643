package org.ecgnet.edge.page;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.edge.patient.CardReading;
import org.ecgnet.edge.store.ClinicDeed;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.Strip;

/** All that the page can ask of the agent. Safe for use by many threads; methods that return a value may block. */
public interface Desk {

    CompletionStage<StartOutcome> start(StartRequest request);

    /**
     * Asks the unit to stream for the eye while electrodes are placed, or no longer. To be repeated each minute: a page that
     * was closed must not keep a unit awake.
     */
    void preview(boolean wanted);

    /** Ends the running recording; false when none runs. */
    CompletionStage<Boolean> stop();

    DeskState state();

    /** The newest exams, newest first. */
    List<StoredExam> exams(int limit);

    Optional<StoredExam> exam(ExamId examId);

    /** Exams that fit, newest first. */
    List<StoredExam> search(HistoryQuery query, int limit);

    /** The seconds of an exam that were read here; empty when they are not kept. */
    Optional<Strip> strip(ExamId examId);

    /** The clinic did something about a result; false when there is no such exam or it has not ended. */
    boolean confirm(ExamId examId, ClinicDeed deed);

    /** Says whose exam it is; false when there is no such exam or it has not ended. */
    boolean identify(ExamId examId, Patient patient, String by);

    /** Reads the card on the reader, or looks a scanned code up. */
    CardReading readCard(String code);

    PageSettings settings();

    /** Offers an exam that the hub refused once more. */
    void retry(ExamId examId);

    /** The watcher hears until the returned handle is closed. */
    Watching watch(DeskWatcher watcher);

    /** Ends a watch. */
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
