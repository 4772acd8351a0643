package org.ecgnet.hub.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecgnet.ecg.ExamId;

/**
 * When the duty reader is paged about yellow exams that nobody has opened (CLINICAL 2.4: once, past 10 minutes, urgent ones
 * past 5). Pure. Never rings anybody else, and several are one page.
 *
 * @param after how long a yellow exam may lie unread
 * @param urgentAfter the same for one with an urgent rule
 * @param urgentRules such as {@code Y05}
 * @param gather pause between two such pages, in which others gather
 */
public record YellowPolicy(Duration after, Duration urgentAfter, Set<String> urgentRules, Duration gather) {

    /** CLINICAL 2.4. */
    public static final YellowPolicy DEFAULT = new YellowPolicy(
            Duration.ofMinutes(10), Duration.ofMinutes(5), Set.of("Y05", "Y07", "Y14"), Duration.ofMinutes(1));

    public YellowPolicy {
        urgentRules = Set.copyOf(urgentRules);
    }

    /**
     * @param unread those for which no page was sent
     * @param lastPage of this kind
     */
    public Due next(List<Unread> unread, Optional<Instant> lastPage, Instant now) {
        Optional<Instant> notBefore = lastPage.map(at -> at.plus(gather));
        List<Unread> overdue =
                unread.stream().filter(exam -> !now.isBefore(dueAt(exam))).toList();
        boolean free = notBefore.map(at -> !now.isBefore(at)).orElse(true);
        List<Unread> page = free ? overdue : List.of();
        Stream<Instant> later = unread.stream()
                .filter(exam -> !page.contains(exam))
                .map(this::dueAt)
                .map(at -> page.isEmpty() ? later(at, notBefore) : later(at, Optional.of(now.plus(gather))));
        return new Due(page, later.min(Instant::compareTo));
    }

    private Instant dueAt(Unread exam) {
        boolean urgent = exam.rules().stream().anyMatch(urgentRules::contains);
        return exam.readingAt().plus(urgent ? urgentAfter : after);
    }

    private static Instant later(Instant at, Optional<Instant> floor) {
        return floor.filter(at::isBefore).orElse(at);
    }

    /**
     * A yellow exam that nobody has opened.
     *
     * @param readingAt from when it is waited for
     * @param rules of its yellow findings
     */
    public record Unread(ExamId exam, Instant readingAt, Set<String> rules) {
        public Unread {
            rules = Set.copyOf(rules);
        }
    }

    /**
     * What to do.
     *
     * @param page one page about all of these, now; empty for none
     * @param wakeAt when to ask again at the latest
     */
    public record Due(List<Unread> page, Optional<Instant> wakeAt) {
        public Due {
            page = List.copyOf(page);
        }
    }
}
