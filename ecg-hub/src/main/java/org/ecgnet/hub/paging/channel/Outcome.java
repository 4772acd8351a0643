package org.ecgnet.hub.paging.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of one attempt. */
public sealed interface Outcome {

    /** Of the answer, such as an HTTP status; empty when there was none. */
    OptionalInt status();

    /** The first 2 kB of the answer, or what went wrong. */
    String response();

    /** The other side has it. Not that anybody has seen it. */
    record Delivered(OptionalInt status, String response) implements Outcome {}

    /**
     * It may work later.
     *
     * @param notBefore how long the other side asked to be left alone
     */
    record TryAgain(OptionalInt status, String response, Optional<Duration> notBefore) implements Outcome {}

    /** The other side wants nothing any more: the channel is to be disabled until a person has looked at it. */
    record Gone(OptionalInt status, String response) implements Outcome {}
}
