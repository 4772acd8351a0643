package org.ecgnet.hub.worklist.turnaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecgnet.ecg.TriageLevel;
import org.junit.jupiter.api.Test;

class TurnaroundFigureTest {

    @Test
    void halfAndNineTenthsAreNearestRanks() {
        List<Duration> waits =
                IntStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList();

        TurnaroundFigure figure = TurnaroundFigure.of(TriageLevel.RED, waits, TurnaroundGoals.DEFAULT);

        assertThat(figure.answered()).isEqualTo(10);
        assertThat(figure.half()).contains(Duration.ofSeconds(5));
        assertThat(figure.nineTenths()).contains(Duration.ofSeconds(9));
    }

    @Test
    void aGoalIsReachedAtItsLastSecondAndMissedAfterIt() {
        assertThat(reached(45, 90)).isTrue();
        assertThat(reached(46, 90)).isFalse();
        assertThat(reached(45, 91)).isFalse();
    }

    @Test
    void nothingAnsweredMissesNothingAndHasNoFigure() {
        TurnaroundFigure figure = TurnaroundFigure.of(TriageLevel.GREY, List.of(), TurnaroundGoals.DEFAULT);

        assertThat(figure.reached()).isTrue();
        assertThat(figure.half()).isEmpty();
    }

    @Test
    void goalsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new TurnaroundGoals.Goal(Duration.ofSeconds(10), Duration.ofSeconds(9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TurnaroundGoals(Map.of(
                        TriageLevel.RED, new TurnaroundGoals.Goal(Duration.ofSeconds(1), Duration.ofSeconds(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every level");
    }

    private static boolean reached(int half, int nineTenths) {
        List<Duration> waits = List.of(Duration.ofSeconds(half), Duration.ofSeconds(nineTenths));
        return TurnaroundFigure.of(TriageLevel.RED, waits, TurnaroundGoals.DEFAULT)
                .reached();
    }
}
