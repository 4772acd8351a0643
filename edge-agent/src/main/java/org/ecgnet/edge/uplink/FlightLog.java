package org.ecgnet.edge.uplink;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.edge.store.PendingExam;

/**
 * What was sent on this connection and not yet receipted. Pure: handed the time; for one thread.
 *
 * <p>Invariant: the sum over all exams of {@code sent - receipted} is {@link #unreceipted()}, and within an exam
 * everything between the two was sent once since the last {@link #startOver}.
 */
final class FlightLog {

    private static final int PROBE = 4;

    private record Span(int receipted, int sent) {}

    private final int most;
    private final Duration patience;
    private final Map<ExamId, Span> spans = new HashMap<>();
    private int unreceipted;
    private boolean probing;
    private Instant progressAt = Instant.EPOCH;

    /** @param most most unreceipted messages at once */
    FlightLog(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    int unreceipted() {
        return unreceipted;
    }

    /** How many more may be sent now. */
    int room() {
        return Math.max(0, (probing ? PROBE : most) - unreceipted);
    }

    /** The number after which the exam is to be sent on. */
    int sentUpTo(PendingExam exam) {
        Span span = spans.get(exam.examId());
        return span == null ? exam.storedUpTo() : Math.max(exam.storedUpTo(), span.sent());
    }

    /** The exam's next message was sent. */
    void sent(PendingExam exam, int seq, Instant now) {
        Span span = spans.getOrDefault(exam.examId(), new Span(exam.storedUpTo(), exam.storedUpTo()));
        if (unreceipted == 0) {
            progressAt = now;
        }
        spans.put(exam.examId(), new Span(span.receipted(), seq));
        unreceipted += seq - span.sent();
    }

    /** The hub has everything of the exam up to a number. */
    void receipted(ExamId examId, int upTo, Instant now) {
        Span span = spans.get(examId);
        if (span == null || upTo <= span.receipted()) {
            return;
        }
        int reached = Math.min(upTo, span.sent());
        unreceipted -= reached - span.receipted();
        progressAt = now;
        probing = false;
        if (reached == span.sent()) {
            spans.remove(examId);
        } else {
            spans.put(examId, new Span(reached, span.sent()));
        }
    }

    /** Nothing more is expected of this exam. */
    void dropped(ExamId examId) {
        Span span = spans.remove(examId);
        unreceipted -= span == null ? 0 : span.sent() - span.receipted();
    }

    /** When unreceipted messages are to be sent again. */
    Instant due() {
        return unreceipted == 0 ? Instant.MAX : progressAt.plus(patience);
    }

    /**
     * Patience is over: everything unreceipted counts as unsent, and until the hub answers only a few are tried, so
     * that a hub that is away for days does not get the whole spool every few seconds.
     */
    void startOver(Instant now) {
        spans.clear();
        unreceipted = 0;
        probing = true;
        progressAt = now;
    }
}
