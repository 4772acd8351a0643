package org.ecgnet.edge.page;

import java.time.Instant;
import java.util.Locale;
import org.ecgnet.ecg.Patient;

/**
 * Which of this clinic's exams are wanted. {@link #toString()} keeps the text out.
 *
 * @param to not included
 * @param text part of a name, or the end of an identity number; empty for all
 */
public record HistoryQuery(Instant from, Instant to, String text) {

    /** True for a patient of that name or number. */
    public boolean fits(Patient patient) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || patient.name()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                        .isPresent()
                || patient.identityNumber()
                        .filter(number -> number.toLowerCase(Locale.ROOT).endsWith(wanted))
                        .isPresent();
    }

    @Override
    public String toString() {
        return "HistoryQuery[" + from + ", " + to + "]";
    }
}
