package org.ecgnet.hub.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.exam.ExamState;
import org.junit.jupiter.api.Test;

class WorklistOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    private int made;

    @Test
    void theMostUrgentStandsFirstWhateverOrderTheyCameIn() {
        List<WorklistItem> expected = List.of(
                item(Optional.of(TriageLevel.RED), true, Optional.of(CaseProgress.Step.PAGED)),
                item(Optional.of(TriageLevel.RED), false, Optional.of(CaseProgress.Step.PAGED)),
                item(Optional.of(TriageLevel.RED), false, Optional.of(CaseProgress.Step.ACCEPTED)),
                item(Optional.of(TriageLevel.RED), false, Optional.empty()),
                item(Optional.of(TriageLevel.RED), true, Optional.of(CaseProgress.Step.ACKNOWLEDGED)),
                item(Optional.of(TriageLevel.YELLOW), false, Optional.empty()),
                item(Optional.empty(), false, Optional.empty()),
                item(Optional.of(TriageLevel.GREY), false, Optional.empty()),
                item(Optional.of(TriageLevel.GREEN), false, Optional.empty()),
                item(Optional.of(TriageLevel.RED), true, Optional.of(CaseProgress.Step.DISPOSED)));
        for (long seed = 0; seed < 20; seed++) {
            List<WorklistItem> mixed = new ArrayList<>(expected);
            Collections.shuffle(mixed, new Random(seed));

            mixed.sort(WorklistOrder.MOST_URGENT_FIRST);

            assertThat(mixed).as("seed %s", seed).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void ofEqualsTheLongestWaitingStandsFirst() {
        WorklistItem older = item(Optional.of(TriageLevel.YELLOW), false, Optional.empty());
        WorklistItem newer = item(Optional.of(TriageLevel.YELLOW), false, Optional.empty());

        assertThat(WorklistOrder.MOST_URGENT_FIRST.compare(older, newer)).isNegative();
    }

    @Test
    void anOpenCaseStaysRedThoughALaterReadingIsGreen() {
        WorklistItem item = item(Optional.of(TriageLevel.GREEN), false, Optional.of(CaseProgress.Step.PAGED));

        assertThat(item.level()).contains(TriageLevel.RED);
    }

    @Test
    void aNameShowsItsFirstCharacterOnly() {
        assertThat(PatientMask.of("王建国")).isEqualTo("王**");
        assertThat(PatientMask.of("李")).isEqualTo("*");
        assertThat(PatientMask.of("𠮷田")).isEqualTo("𠮷*");
        assertThat(PatientMask.of(" Aishan Kurban ")).isEqualTo("A***");
    }

    @Test
    void whatIsSignedStandsLastUnlessItsCaseIsStillOpen() {
        var signed = new ReaderWork(Optional.empty(), Optional.of(NOW), Optional.empty(), Optional.empty());
        WorklistItem done = item(Optional.of(TriageLevel.YELLOW), false, Optional.empty(), signed);
        WorklistItem routine = item(Optional.of(TriageLevel.GREEN), false, Optional.empty());
        WorklistItem paged = item(Optional.of(TriageLevel.RED), false, Optional.of(CaseProgress.Step.PAGED), signed);

        List<WorklistItem> sorted = Stream.of(done, routine, paged)
                .sorted(WorklistOrder.MOST_URGENT_FIRST)
                .toList();

        assertThat(sorted).containsExactly(paged, routine, done);
        assertThat(done.waitsForReader()).isFalse();
        assertThat(paged.waitsForReader()).isTrue();
    }

    private WorklistItem item(Optional<TriageLevel> level, boolean hard, Optional<CaseProgress.Step> step) {
        return item(level, hard, step, ReaderWork.NONE);
    }

    private WorklistItem item(
            Optional<TriageLevel> level, boolean hard, Optional<CaseProgress.Step> step, ReaderWork work) {
        made++;
        Instant at = NOW.plusSeconds(made);
        return new WorklistItem(
                ExamId.of(at, made, made),
                new SiteCode("dagou-01"),
                Optional.empty(),
                Sex.UNKNOWN,
                OptionalInt.empty(),
                Symptoms.NONE,
                false,
                level.isPresent() ? ExamState.COMPLETE : ExamState.ARRIVING,
                at,
                Optional.empty(),
                level.map(colour -> new WorklistItem.Judgement(colour, hard, Optional.empty(), at)),
                step.map(value ->
                        new CaseProgress(new UUID(1, made), value, Optional.empty(), at, Optional.empty(), false)),
                work,
                Optional.empty());
    }
}
