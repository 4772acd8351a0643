package org.ecgnet.hub.worklist.callback;

/** What came of taking a wish to be called, or of having called. */
public sealed interface CallBackAnswer {

    /** It is done as asked. */
    record Kept() implements CallBackAnswer {}

    /** There is no such wish any more: it was made good, or the clinic has said more since. */
    record Gone() implements CallBackAnswer {}

    /** Somebody else calls already. */
    record Theirs(CallBack wish) implements CallBackAnswer {}
}
