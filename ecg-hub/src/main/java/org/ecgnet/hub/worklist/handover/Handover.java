package org.ecgnet.hub.worklist.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.Person;

/**
 * What a reader offers to whoever comes next.
 *
 * @param items those that nobody has taken yet, oldest exam first
 */
public record Handover(UUID id, Person from, Instant offeredAt, List<Item> items) {

    public Handover {
        items = List.copyOf(items);
    }

    /**
     * One exam and what is to be done about it.
     *
     * @param nextAction such as a promised call to the clinic
     */
    public record Item(ExamId examId, String nextAction) {

        public Item {
            if (nextAction.isBlank()) {
                throw new IllegalArgumentException("nextAction: empty (expected: what the successor shall do)");
            }
        }
    }
}
