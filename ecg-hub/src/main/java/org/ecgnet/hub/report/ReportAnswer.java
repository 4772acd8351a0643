package org.ecgnet.hub.report;

/** What came of an action at the desk. */
public sealed interface ReportAnswer {

    /** Signed and stored. */
    record Signed(Report report) implements ReportAnswer {}

    /** Nothing was signed. */
    record Refused(ReportRefusal refusal) implements ReportAnswer {}
}
