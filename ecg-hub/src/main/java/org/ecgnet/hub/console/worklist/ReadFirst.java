package org.ecgnet.hub.console.worklist;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportRepository;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.hub.worklist.WorklistItem;

/**
 * Whose findings a list keeps to itself where the county reads first: the same exams whose own page does
 * ({@code ReportView.withheld}).
 *
 * @param on the county reads first
 * @param read exams of which this reader has written his own
 */
record ReadFirst(boolean on, Set<ExamId> read) {

    static ReadFirst of(Transaction transaction, ReportPolicy policy, String account, List<WorklistItem> items) {
        return policy.readFirst()
                ? new ReadFirst(
                        true,
                        transaction
                                .repository(ReportRepository.class)
                                .firstsAmong(
                                        account,
                                        items.stream().map(WorklistItem::examId).toList()))
                : new ReadFirst(false, Set.of());
    }

    /** True for an exam that is read by the machine, is neither red nor yellow, has no case, and is unsigned. */
    boolean hides(WorklistItem item) {
        boolean urgent = item.level()
                .filter(level -> level == TriageLevel.RED || level == TriageLevel.YELLOW)
                .isPresent();
        return on
                && item.judgement().isPresent()
                && !urgent
                && item.progress().isEmpty()
                && item.work().signedAt().isEmpty()
                && !read.contains(item.examId());
    }
}
