package org.ecgnet.hub.fiducial;

/** What came of marks that somebody wanted kept. */
public sealed interface HandAnswer {

    record Kept(HandMeasurement measurement) implements HandAnswer {}

    record Refused(MarkRefusal refusal) implements HandAnswer {}
}
