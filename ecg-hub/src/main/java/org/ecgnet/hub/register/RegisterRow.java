package org.ecgnet.hub.register;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.exam.Exam;

/**
 * One case in the register, with its latest exam and everything that was done.
 *
 * @param events oldest first
 */
public record RegisterRow(CriticalCase known, Exam exam, List<CaseEvent> events) {

    public RegisterRow {
        events = List.copyOf(events);
    }

    /** From this round's page to the read-back. */
    public Optional<Duration> timeToAcknowledge() {
        return known.handling()
                .acknowledged()
                .map(signed -> Duration.between(known.clock().pagedAt(), signed.at()));
    }
}
