package org.ecgnet.edge.store;

import org.ecgnet.ecg.ExamId;

/**
 * An exam of which the hub has not receipted everything.
 *
 * @param storedUpTo highest receipted message, -1 for none
 * @param lastSeq highest message there is
 */
public record PendingExam(ExamId examId, int storedUpTo, int lastSeq) {}
