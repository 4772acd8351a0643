package org.ecgnet.edge.patient;

/** What became of reading a card. */
public sealed interface CardReading {

    /** A card was read. */
    record Read(PatientCard card) implements CardReading {}

    /**
     * None was.
     *
     * @param words the reader's own, for the page only; empty when it has none
     */
    record Failed(Why why, String words) implements CardReading {

        @Override
        public String toString() {
            return "Failed[" + why + "]";
        }
    }

    /** Why none was; the page has words for each. */
    enum Why {
        NO_READER,
        NOT_RUNNING,
        TOO_SLOW,
        NO_CARD,
        NOT_UNDERSTOOD
    }
}
