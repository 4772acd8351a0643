package org.ecgnet.edge.update;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an agent that nobody records with has still to do, and whether it may be gone for some seconds.
 *
 * @param unread exams that this computer has still to read: one may be red
 * @param unsentReds red exams that the hub has not receipted
 * @param lastExam when the latest exam began; empty when there was never one
 */
public record QuietHour(int unread, int unsentReds, Optional<Instant> lastExam) {

    /** True when nothing is left to do and nobody recorded for so long. */
    public boolean at(Instant now, Duration quietFor) {
        return unread == 0
                && unsentReds == 0
                && lastExam.map(began -> !began.plus(quietFor).isAfter(now)).orElse(true);
    }
}
