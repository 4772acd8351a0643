package org.ecgnet.hub.fiducial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgnet.hub.fiducial.MarkRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkCheckTest {

    private static final int LENGTH = 520;
    private static final BeatMarks GOOD = new BeatMarks(Map.of(
            Fiducial.P_ON, 100,
            Fiducial.P_OFF, 150,
            Fiducial.QRS_ON, 180,
            Fiducial.J, 230,
            Fiducial.T_PEAK, 330,
            Fiducial.T_END, 380));

    @Test
    void aBeatWhoseWavesFollowEachOtherMayBeKept() {
        assertThat(problem(GOOD)).isEmpty();
        assertThat(problem(without(Fiducial.P_ON, Fiducial.P_OFF))).isEmpty();
        assertThat(problem(without(Fiducial.P_OFF, Fiducial.T_PEAK))).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "P_ON, 181, ORDER", // P begins after the QRS has begun
        "P_ON, 150, ORDER", // a P that lasts no time
        "P_ON, 149, ",
        "P_OFF, 180, ", // runs into the QRS
        "P_OFF, 181, ORDER",
        "QRS_ON, 230, ORDER",
        "QRS_ON, 229, ",
        "J, 330, ORDER",
        "T_PEAK, 229, ORDER",
        "T_END, 330, ORDER",
        "T_END, 331, ",
        "T_END, 519, ",
        "T_END, 520, OUTSIDE",
        "P_ON, -1, OUTSIDE",
        "P_ON, 0, ",
    })
    void aMarkMayNotPassItsNeighbourNorLeaveTheBeat(Fiducial mark, int sample, Reason expected) {
        assertThat(problem(with(mark, sample))).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void aRefusalNamesBothMarksInBothLanguages() {
        MarkRefusal refusal =
                MarkCheck.problem(with(Fiducial.P_ON, 170), LENGTH).orElseThrow();

        assertThat(refusal.english()).isEqualTo("P end must come after P onset");
        assertThat(refusal.chinese()).isEqualTo("P 波终点必须在P 波起点之后");
    }

    @Test
    void aPWithoutItsEndMustStillBeginBeforeTheQrs() {
        Map<Fiducial, Integer> samples = new EnumMap<>(without(Fiducial.P_OFF).samples());
        samples.put(Fiducial.P_ON, 200);

        assertThat(problem(new BeatMarks(samples))).contains(Reason.ORDER);
    }

    @Test
    void noBeatIsWithoutQrs() {
        assertThat(problem(without(Fiducial.QRS_ON))).contains(Reason.QRS_MISSING);
        assertThat(problem(without(Fiducial.J))).contains(Reason.QRS_MISSING);
    }

    @Test
    void intervalsAreThoseBetweenTheMarksAndEmptyWithoutThem() {
        BeatIntervals all = BeatIntervals.of(GOOD, 500, OptionalDouble.of(810));
        BeatIntervals few = BeatIntervals.of(without(Fiducial.P_ON), 500, OptionalDouble.empty());

        assertThat(all.p()).hasValue(100);
        assertThat(all.pr()).hasValue(160);
        assertThat(all.qrs()).hasValue(100);
        assertThat(all.qt()).hasValue(400);
        assertThat(all.qtcBazett().getAsDouble()).isCloseTo(444.4, within(0.1)); // 400 / sqrt(0.81)
        assertThat(all.qtcFridericia().getAsDouble()).isCloseTo(429.1, within(0.1));
        assertThat(few.pr()).isEmpty();
        assertThat(few.qt()).hasValue(400);
        assertThat(few.qtcBazett()).isEmpty();
    }

    private static Optional<Reason> problem(BeatMarks marks) {
        return MarkCheck.problem(marks, LENGTH).map(MarkRefusal::reason);
    }

    private static BeatMarks with(Fiducial mark, int sample) {
        Map<Fiducial, Integer> samples = new EnumMap<>(GOOD.samples());
        samples.put(mark, sample);
        return new BeatMarks(samples);
    }

    private static BeatMarks without(Fiducial... marks) {
        Map<Fiducial, Integer> samples = new EnumMap<>(GOOD.samples());
        for (Fiducial mark : marks) {
            samples.remove(mark);
        }
        return new BeatMarks(samples);
    }
}
