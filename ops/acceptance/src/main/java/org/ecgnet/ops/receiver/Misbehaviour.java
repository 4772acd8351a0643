package org.ecgnet.ops.receiver;

import java.time.Duration;
import java.util.Map;

/**
 * How a receiver answers instead of taking a message.
 *
 * @param status answered
 * @param headers added to the answer
 * @param delay before the answer
 */
public record Misbehaviour(int status, Map<String, String> headers, Duration delay) {

    public Misbehaviour {
        headers = Map.copyOf(headers);
    }

    public static Misbehaviour status(int status) {
        return new Misbehaviour(status, Map.of(), Duration.ZERO);
    }

    /** 429 with Retry-After. */
    public static Misbehaviour busy(int seconds) {
        return new Misbehaviour(429, Map.of("Retry-After", String.valueOf(seconds)), Duration.ZERO);
    }
}
