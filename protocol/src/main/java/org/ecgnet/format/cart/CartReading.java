package org.ecgnet.format.cart;

/** What became of a file. */
public sealed interface CartReading {

    /**
     * It was read.
     *
     * @param format name of its format
     */
    record Accepted(String format, CartRecording recording) implements CartReading {}

    /**
     * It cannot be used.
     *
     * @param detail where and what, for who must find out; holds nothing of a patient
     */
    record Refused(Refusal refusal, String detail) implements CartReading {}
}
