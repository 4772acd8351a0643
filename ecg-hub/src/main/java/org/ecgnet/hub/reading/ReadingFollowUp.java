package org.ecgnet.hub.reading;

import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.store.Transaction;

/** What must be stored in the same transaction as a reading, such as a red's case and page. */
public interface ReadingFollowUp {

    /** @return what to tell the listeners once the transaction is committed */
    List<HubEvent> within(Transaction transaction, Exam exam, StoredReading reading, Instant now);
}
