package org.ecgnet.hub.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.worklist.claim.Claim;
import org.junit.jupiter.api.Test;

class WorklistFilterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final ExamId EXAM = ExamId.of(NOW, 1, 1);
    private static final WorklistFilter NARROWEST =
            new WorklistFilter(Set.of(TriageLevel.GREEN), Set.of("elsewhere"), true, true);

    @Test
    void noFilterHidesACriticalCaseThatNobodyHasReadBack() {
        for (CaseProgress.Step step : List.of(CaseProgress.Step.PAGED, CaseProgress.Step.ACCEPTED)) {
            assertThat(NARROWEST.shows(item(TriageLevel.RED, Optional.of(step), ReaderWork.NONE), "wang"))
                    .as(step.name())
                    .isTrue();
        }
        assertThat(NARROWEST.shows(
                        item(TriageLevel.RED, Optional.of(CaseProgress.Step.ACKNOWLEDGED), ReaderWork.NONE), "wang"))
                .isFalse();
    }

    @Test
    void eachPartHidesWhatItNamesNot() {
        WorklistItem yellow = item(TriageLevel.YELLOW, Optional.empty(), ReaderWork.NONE);

        assertThat(filter(Set.of(TriageLevel.YELLOW), Set.of(), false, false).shows(yellow, "wang"))
                .isTrue();
        assertThat(filter(Set.of(TriageLevel.GREEN), Set.of(), false, false).shows(yellow, "wang"))
                .isFalse();
        assertThat(filter(Set.of(), Set.of("dagou-01"), false, false).shows(yellow, "wang"))
                .isTrue();
        assertThat(filter(Set.of(), Set.of("elsewhere"), false, false).shows(yellow, "wang"))
                .isFalse();
        assertThat(WorklistFilter.ALL.shows(yellow, "wang")).isTrue();
    }

    @Test
    void mineIsWhatTheReaderClaimed() {
        var claim = new Claim(EXAM, new Person("wang", "王医生"), NOW, NOW.plusSeconds(300));
        WorklistItem claimed = item(
                TriageLevel.GREEN,
                Optional.empty(),
                new ReaderWork(Optional.of(claim), Optional.empty(), Optional.empty(), Optional.empty()));
        WorklistFilter mine = filter(Set.of(), Set.of(), true, false);

        assertThat(mine.shows(claimed, "wang")).isTrue();
        assertThat(mine.shows(claimed, "li")).isFalse();
    }

    @Test
    void openIsWhatStillWaitsForAReader() {
        WorklistItem signed = item(
                TriageLevel.GREEN,
                Optional.empty(),
                new ReaderWork(Optional.empty(), Optional.of(NOW), Optional.empty(), Optional.empty()));
        WorklistFilter open = filter(Set.of(), Set.of(), false, true);

        assertThat(open.shows(signed, "wang")).isFalse();
        assertThat(open.shows(item(TriageLevel.GREEN, Optional.empty(), ReaderWork.NONE), "wang"))
                .isTrue();
    }

    private static WorklistFilter filter(Set<TriageLevel> levels, Set<String> sites, boolean mine, boolean open) {
        return new WorklistFilter(levels, sites, mine, open);
    }

    private static WorklistItem item(TriageLevel level, Optional<CaseProgress.Step> step, ReaderWork work) {
        return new WorklistItem(
                EXAM,
                new SiteCode("dagou-01"),
                Optional.empty(),
                Sex.MALE,
                OptionalInt.empty(),
                Symptoms.NONE,
                false,
                ExamState.COMPLETE,
                NOW,
                Optional.of(NOW),
                Optional.of(new WorklistItem.Judgement(level, false, Optional.empty(), NOW)),
                step.map(one -> new CaseProgress(new UUID(1, 1), one, Optional.empty(), NOW, Optional.empty(), false)),
                work,
                Optional.empty());
    }
}
