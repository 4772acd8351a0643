package org.ecgnet.ecg;

import java.time.Instant;
import java.util.UUID;

/**
 * Names an exam for all time; made at the edge so that a repeat is recognised.
 *
 * @param uuid version 7 (RFC 9562, section 5.7): the first 48 bits are the time
 */
public record ExamId(UUID uuid) implements Comparable<ExamId> {

    private static final long RANDOM_A = 0x0FFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    /** An id of this moment; the caller supplies 74 random bits or more. */
    public static ExamId of(Instant now, long randomA, long randomB) {
        long high = now.toEpochMilli() << 16 | VERSION_7 | randomA & RANDOM_A;
        return new ExamId(new UUID(high, VARIANT | randomB & RANDOM_B));
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static ExamId parse(String text) {
        return new ExamId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ExamId other) {
        return uuid.compareTo(other.uuid);
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
