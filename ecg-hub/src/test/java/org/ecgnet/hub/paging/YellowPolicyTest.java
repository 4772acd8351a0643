package org.ecgnet.hub.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.paging.YellowPolicy.Due;
import org.ecgnet.hub.paging.YellowPolicy.Unread;
import org.junit.jupiter.api.Test;

class YellowPolicyTest {

    private static final Instant READ = Instant.parse("2026-03-01T02:00:00Z");
    private static final YellowPolicy POLICY = YellowPolicy.DEFAULT;

    @Test
    void aYellowExamIsPagedAboutAtTenMinutesAndNoSecondBefore() {
        Unread plain = exam(1, READ, "Y10");

        assertThat(POLICY.next(List.of(plain), Optional.empty(), after(599)))
                .isEqualTo(new Due(List.of(), Optional.of(after(600))));
        assertThat(POLICY.next(List.of(plain), Optional.empty(), after(600)).page())
                .containsExactly(plain);
    }

    @Test
    void anUrgentOneAtFiveMinutes() {
        Unread urgent = exam(1, READ, "Y10", "Y05");

        assertThat(POLICY.next(List.of(urgent), Optional.empty(), after(299)).page())
                .isEmpty();
        assertThat(POLICY.next(List.of(urgent), Optional.empty(), after(300)).page())
                .containsExactly(urgent);
    }

    @Test
    void severalThatAreOverdueAreOnePageAndTheNextIsGatheredForAMinute() {
        List<Unread> three = List.of(exam(1, READ, "Y10"), exam(2, READ, "Y01"), exam(3, READ.plusSeconds(20), "Y01"));

        Due first = POLICY.next(three, Optional.empty(), after(600));
        assertThat(first.page()).hasSize(2);
        assertThat(first.wakeAt()).contains(after(660));

        Due second = POLICY.next(three.subList(2, 3), Optional.of(after(600)), after(620));
        assertThat(second).isEqualTo(new Due(List.of(), Optional.of(after(660))));
        assertThat(POLICY.next(three.subList(2, 3), Optional.of(after(600)), after(660))
                        .page())
                .hasSize(1);
    }

    @Test
    void withNothingUnreadNobodyIsWoken() {
        assertThat(POLICY.next(List.of(), Optional.empty(), READ)).isEqualTo(new Due(List.of(), Optional.empty()));
    }

    private static Unread exam(int number, Instant at, String... rules) {
        return new Unread(ExamId.of(READ, 0, number), at, Set.of(rules));
    }

    private static Instant after(int seconds) {
        return READ.plus(Duration.ofSeconds(seconds));
    }
}
