package org.ecgnet.hub.worklist;

import java.util.Comparator;

/**
 * Most urgent first, and of equals the one that has waited longest. An exam that still arrives stands before those that
 * nobody must act on today: it may turn red in a second.
 */
public final class WorklistOrder {

    public static final Comparator<WorklistItem> MOST_URGENT_FIRST = Comparator.comparingInt(WorklistOrder::place)
            .thenComparing(WorklistItem::waitingSince)
            .thenComparing(WorklistItem::examId);

    private WorklistOrder() {}

    private static int place(WorklistItem item) {
        boolean hard = item.judgement().filter(WorklistItem.Judgement::hard).isPresent();
        if (item.unanswered()) {
            return hard ? 0 : 1;
        }
        if (item.progress().isPresent()) {
            // Read back, and still without a disposition: the ladder asks for it before long.
            return item.progress().get().step() == CaseProgress.Step.ACKNOWLEDGED ? 3 : 7;
        }
        if (item.work().done()) {
            return 8;
        }
        if (item.level().isEmpty()) {
            return 4;
        }
        return switch (item.level().get()) {
            case RED -> 2; // a red without a case yet: the case is on its way, or something is wrong
            case YELLOW -> 3;
            case GREY -> item.symptoms().any() ? 3 : 5;
            case GREEN -> 6;
        };
    }
}
