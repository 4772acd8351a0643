package org.ecgnet.hub.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * What a code is worth. Pure. One step to each side of now is taken (RFC 6238 section 5.2), and nothing of a step that
 * was taken before.
 */
public sealed interface CodeCheck {

    /** Steps to each side that are taken. */
    long WINDOW = 1;

    /** So far to each side it is looked for, to tell a telephone's wrong clock from a wrong code. */
    long FAR = 20;

    /** @param step from now on nothing of it or before it is taken */
    record Right(long step) implements CodeCheck {}

    /** Right, and taken before, or older than one that was. */
    record Used() implements CodeCheck {}

    /** @param ahead of the telephone's clock; negative when it is behind */
    record ClockOff(Duration ahead) implements CodeCheck {}

    /** None of the steps near now. */
    record Wrong() implements CodeCheck {}

    /** @param lastStep the last that was taken; 0 for none */
    static CodeCheck of(TotpSecret secret, String code, long lastStep, Instant now) {
        long current = TotpSecret.step(now);
        // The right ones first: of two steps with the same code the near one is meant.
        long found = LongStream.rangeClosed(0, 2 * FAR)
                .map(index -> current + (index % 2 == 0 ? index / 2 : -(index + 1) / 2))
                .filter(step -> same(secret.code(step), code))
                .findFirst()
                .orElse(Long.MIN_VALUE);
        if (found == Long.MIN_VALUE) {
            return new Wrong();
        }
        if (Math.abs(found - current) > WINDOW) {
            return new ClockOff(TotpSecret.lasting(found - current));
        }
        return found > lastStep ? new Right(found) : new Used();
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
