package org.ecgnet.hub.critical;

/** What came of an action at the desk. */
public sealed interface DeskAnswer {

    /** Done, and in the register. */
    record Done(CriticalCase known) implements DeskAnswer {}

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements DeskAnswer {}
}
