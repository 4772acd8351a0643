package org.ecgnet.hub.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.paging.Severity;
import org.ecgnet.triage.Finding;
import org.junit.jupiter.api.Test;

class CaseMergeTest {

    private static final Instant OPENED = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant LATER = OPENED.plusSeconds(200);
    private static final ExamId FIRST = Reds.newExamId(OPENED);
    private static final ExamId SECOND = Reds.newExamId(LATER);
    private static final Person WANG = new Person("wang", "王医生");

    @Test
    void theSameExamReadAgainWithTheSameFindingsChangesNothing() {
        assertThat(merge(opened(Reds.suspected("R11")), FIRST, Reds.suspected("R11")))
                .isInstanceOf(CaseMerge.Unchanged.class);
    }

    @Test
    void aRepeatOfACaseThatNobodyHasAcceptedIsPushed() {
        assertThat(merge(opened(Reds.suspected("R11")), SECOND, Reds.suspected("R11")))
                .isInstanceOfSatisfying(CaseMerge.Updated.class, updated -> {
                    assertThat(updated.next().clock().updates()).isEqualTo(1);
                    assertThat(updated.next().clock().pagedAt()).isEqualTo(OPENED);
                    assertThat(updated.next().examId()).isEqualTo(SECOND);
                    assertThat(updated.next().rules()).hasSize(1);
                });
    }

    @Test
    void aRepeatOfAnAcceptedCaseIsOnlyNoted() {
        assertThat(merge(accepted(opened(Reds.suspected("R11"))), SECOND, Reds.suspected("R11")))
                .isInstanceOf(CaseMerge.Noted.class);
        assertThat(merge(acknowledged(opened(Reds.suspected("R11"))), SECOND, Reds.suspected("R11")))
                .isInstanceOf(CaseMerge.Noted.class);
    }

    @Test
    void aNewRuleIsPushedEvenToWhoeverAcceptedTheCase() {
        assertThat(merge(accepted(opened(Reds.suspected("R11"))), FIRST, Reds.suspected("R11"), Reds.suspected("R09")))
                .isInstanceOfSatisfying(CaseMerge.Updated.class, updated -> assertThat(
                                updated.next().rules())
                        .extracting(CaseRule::rule)
                        .containsExactly("R11", "R09"));
    }

    @Test
    void aNewRuleAfterTheReadBackPagesAnew() {
        CriticalCase known = acknowledged(opened(Reds.suspected("R11")));

        assertThat(merge(known, FIRST, Reds.hard("R03"))).isInstanceOfSatisfying(CaseMerge.PagedAnew.class, anew -> {
            assertThat(anew.next().clock().round()).isEqualTo(2);
            assertThat(anew.next().clock().pagedAt()).isEqualTo(LATER);
            assertThat(anew.next().handling()).isEqualTo(Handling.NONE);
            assertThat(anew.next().severity()).isEqualTo(Severity.LETHAL);
        });
    }

    @Test
    void aFindingThatBecameCertainIsNews() {
        assertThat(merge(acknowledged(opened(Reds.suspected("R11"))), SECOND, Reds.hard("R11")))
                .isInstanceOfSatisfying(CaseMerge.PagedAnew.class, anew -> {
                    assertThat(anew.next().rules()).singleElement().matches(CaseRule::hard);
                    assertThat(anew.next().severity()).isEqualTo(Severity.HARD);
                });
    }

    @Test
    void aFindingThatIsLessCertainThanBeforeIsNoNewsAndLowersNothing() {
        assertThat(merge(opened(Reds.hard("R11")), FIRST, Reds.suspected("R11")))
                .isInstanceOf(CaseMerge.Unchanged.class);
        assertThat(merge(acknowledged(opened(Reds.hard("R11"))), SECOND, Reds.suspected("R11")))
                .isInstanceOfSatisfying(CaseMerge.Noted.class, noted -> {
                    assertThat(noted.next().severity()).isEqualTo(Severity.HARD);
                    assertThat(noted.next().rules()).singleElement().matches(CaseRule::hard);
                });
    }

    @Test
    void aNewRoundAfterACancelledDispatchBeginsANewDispatch() {
        var signed = new Signed("王医生", OPENED);
        CriticalCase cancelled = acknowledged(opened(Reds.suspected("R11"))).dispatchCancelled(signed);

        assertThat(merge(cancelled, SECOND, Reds.hard("R03")))
                .isInstanceOfSatisfying(CaseMerge.PagedAnew.class, anew -> {
                    assertThat(anew.next().clock().dispatch()).isEqualTo(2);
                    assertThat(anew.next().dispatch()).isEqualTo(DispatchHandling.NONE);
                });
    }

    private static CaseMerge merge(CriticalCase known, ExamId exam, Finding... findings) {
        List<CaseRule> found = rules(exam, LATER, findings);
        return CaseMerge.of(known, exam, found, CasePolicy.DEFAULT.severity(found), LATER);
    }

    private static List<CaseRule> rules(ExamId exam, Instant at, Finding... findings) {
        return Arrays.stream(findings)
                .map(finding -> CaseRule.of(finding, exam, 1, at))
                .toList();
    }

    static CriticalCase opened(Finding... findings) {
        List<CaseRule> found = rules(FIRST, OPENED, findings);
        return new CriticalCase(
                UUID.randomUUID(),
                1,
                Reds.SITE,
                FIRST,
                Optional.empty(),
                false,
                OPENED,
                OPENED,
                CasePolicy.DEFAULT.severity(found),
                found,
                CaseClock.startedAt(OPENED),
                Handling.NONE,
                DispatchHandling.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private static CriticalCase accepted(CriticalCase known) {
        return known.with(known.handling().accepted(WANG, OPENED, OPENED.plusSeconds(120)));
    }

    private static CriticalCase acknowledged(CriticalCase known) {
        return known.with(known.handling().acknowledged(new Signed(WANG.name(), OPENED), "R11"));
    }
}
