package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.store.jdbc.TestDatabase;

/** A red for which an ambulance was asked. */
record Requested(UUID caseId, UUID dispatchId) {

    /** @param by who brought it into this state */
    static Requested in(TestDatabase database, DispatchState state, String by, Instant now) {
        Exam exam = Reds.store(database.database(), Patient.UNKNOWN, now);
        UUID caseId = Reds.caseId(Reds.red(database.database(), exam, now, Reds.hard("R03")));
        UUID dispatchId = UUID.randomUUID();
        database.database().transact(transaction -> transaction
                .repository(DispatchRepository.class)
                .add(new Dispatch(dispatchId, caseId, 1, state, by, now)));
        return new Requested(caseId, dispatchId);
    }
}
