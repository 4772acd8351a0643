package org.ecgnet.edge.page;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;

/** All that the page can ask of the agent. Safe for use by many threads; methods that return a value may block. */
public interface Desk {

    CompletionStage<StartOutcome> start(StartRequest request);

    /** Ends the running recording; false when none runs. */
    CompletionStage<Boolean> stop();

    DeskState state();

    /** The newest exams, newest first. */
    List<StoredExam> exams(int limit);

    Optional<StoredExam> exam(ExamId examId);

    /** The clinic did something about a result; false when there is no such exam or it has not ended. */
    boolean confirm(ExamId examId, ClinicAction action, String by);

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
