package org.ecgnet.edge.patient;

/** Reads cards. Blocks until one was read or the time is up; safe for use by many threads. */
public interface CardReader {

    /** A clinic without a reader. */
    CardReader NONE = code -> new CardReading.Failed(CardReading.Why.NO_READER, "");

    /** @param code a code that was scanned and that the reader is to look up; empty reads the card that lies on it */
    CardReading read(String code);
}
