package org.ecgnet.edge.patient;

import java.time.LocalDate;
import org.ecgnet.ecg.Sex;

/** What an identity number turned out to be. */
public sealed interface IdentityCheck {

    /**
     * It is one.
     *
     * @param number with a capital X
     * @param ageYears completed today
     */
    record Right(String number, Sex sex, LocalDate born, int ageYears) implements IdentityCheck {
        @Override
        public String toString() {
            return "Right[masked]";
        }
    }

    /** It is none. */
    record Wrong(Problem problem) implements IdentityCheck {}

    /** Why it is none, in the order of looking; the page has words for each. */
    enum Problem {
        LENGTH,
        CHARACTERS,
        CHECK_DIGIT,
        NO_SUCH_DAY,
        NOT_ALIVE
    }
}
