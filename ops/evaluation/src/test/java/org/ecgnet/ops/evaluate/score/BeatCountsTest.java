package org.ecgnet.ops.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ops.evaluate.label.BeatLabels;
import org.ecgnet.ops.evaluate.label.Labels;
import org.ecgnet.ops.evaluate.label.Span;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.ops.evaluate.result.ClassedBeat;
import org.ecgnet.ops.evaluate.result.RecordResult;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.junit.jupiter.api.Test;

/** At 1000 samples a second, so that samples are milliseconds. */
class BeatCountsTest {

    private static final BeatLabels BEATS = new BeatLabels(
            List.of(
                    new BeatLabels.Beat(1000, 'N'),
                    new BeatLabels.Beat(2000, 'V'),
                    new BeatLabels.Beat(3000, 'N'),
                    new BeatLabels.Beat(9000, 'N')),
            new Span(500, 8000, ""),
            List.of(new Span(4000, 5000, "VF")));

    @Test
    void beatsOutsideTheAnnotatedStretchAndInFibrillationDoNotCount() {
        BeatCounts counts = BeatCounts.of(answered("100N 1050N 2151V 3000V 4500N 7000N 8500N"), BEATS, 150, 0);

        assertThat(counts.found()).isEqualTo(2);
        assertThat(counts.missed()).isEqualTo(1);
        assertThat(counts.invented()).isEqualTo(2);
        assertThat(counts.classOf()).isEqualTo(Map.of("NN", 1, "NV", 1));
        assertThat(counts.foundByType()).isEqualTo(Map.of('N', new Share(2, 2), 'V', new Share(0, 1)));
    }

    @Test
    void theToleranceIsInclusive() {
        assertThat(BeatCounts.of(answered("850N"), BEATS, 150, 0).found()).isEqualTo(1);
        assertThat(BeatCounts.of(answered("849N"), BEATS, 150, 0).found()).isZero();
    }

    @Test
    void theLearningTimeIsLeftOut() {
        BeatCounts counts = BeatCounts.of(answered("1000N 2400V"), BEATS, 150, 2);

        assertThat(counts.found()).isZero();
        assertThat(counts.missed()).isEqualTo(2);
        assertThat(counts.invented()).isEqualTo(1);
    }

    private static Scored answered(String beats) {
        List<ClassedBeat> list = new ArrayList<>();
        for (String beat : beats.split(" ")) {
            int end = beat.length() - 1;
            list.add(new ClassedBeat(Integer.parseInt(beat.substring(0, end)), beat.charAt(end)));
        }
        Reading reading = new Reading(
                TriageLevel.GREEN,
                List.of(),
                List.of(),
                Measurements.NONE,
                QualityReport.GOOD,
                List.of(),
                "profile",
                "engine");
        return new Scored(
                new RecordResult(
                        new RecordName("a/1"), 1000, 10_000, reading, list, Map.of(), List.of(), Optional.empty(), 1),
                Labels.NONE);
    }
}
