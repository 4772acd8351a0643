package org.ecgnet.hub.report;

/** A step that may be refused. */
sealed interface Desk<T> {

    record Yes<T>(T value) implements Desk<T> {}

    record No<T>(ReportRefusal refusal) implements Desk<T> {}
}
