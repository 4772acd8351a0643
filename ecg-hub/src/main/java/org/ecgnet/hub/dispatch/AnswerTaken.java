package org.ecgnet.hub.dispatch;

import java.util.UUID;

/** What came of an answer of 120. */
public sealed interface AnswerTaken {

    /** The dispatch as it is now. */
    record Taken(Dispatch dispatch) implements AnswerTaken {}

    /** There is no such dispatch. */
    record Unknown(UUID dispatch) implements AnswerTaken {}

    /** It is past that: somebody answered before, or it was called off. */
    record Past(Dispatch dispatch) implements AnswerTaken {}

    /** This very message was taken before. */
    record Repeated() implements AnswerTaken {}
}
