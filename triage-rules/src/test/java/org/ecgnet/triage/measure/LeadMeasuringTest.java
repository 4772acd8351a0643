package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;

/** Levels and shapes read from one drawn lead: QRS from 0 to 120 ms, P and T as each test draws them. */
class LeadMeasuringTest {

    private static final SampleRate RATE = new SampleRate(1000);
    private static final int ON = 200;
    private static final Delineation WAVES = new Delineation(
            OptionalInt.of(ON - 160),
            OptionalInt.of(ON - 110),
            OptionalInt.of(ON - 60),
            ON,
            ON + 120,
            OptionalInt.of(ON + 300),
            OptionalInt.of(ON + 380));

    private final double[] x = new double[700];

    @Test
    void aBundleBranchBlocksSecondRIsSeenWithItsDuration() {
        half(0, 30, 300);
        half(30, 30, -400);
        half(60, 60, 900);

        LeadLevels levels = levels();

        assertThat(levels.q()).isZero();
        assertThat(levels.qrs().firstR()).isCloseTo(300, within(5.0));
        assertThat(levels.s()).isCloseTo(-400, within(5.0));
        assertThat(levels.qrs().sMillis()).isCloseTo(30, within(2.0));
        assertThat(levels.r()).isCloseTo(900, within(5.0));
        assertThat(levels.qrs().rPrime()).isCloseTo(900, within(5.0));
        assertThat(levels.qrs().rPrimeMillis()).isCloseTo(60, within(2.0));
        assertThat(levels.qrs().rPeakMillis()).isCloseTo(90, within(2.0));
    }

    @Test
    void aWaveBelowTwentyMicrovoltsIsNone() {
        half(0, 20, -19);
        half(20, 60, 800);

        assertThat(levels().q()).isZero();
    }

    @Test
    void aWaveOfTwentyMicrovoltsIsOne() {
        half(0, 20, -21);
        half(20, 60, 800);

        assertThat(levels().q()).isCloseTo(-21, within(1.0));
        assertThat(levels().qMillis()).isCloseTo(20, within(2.0));
    }

    @Test
    void aNegativeComplexWithoutAnyRIsAnSAndNoQ() {
        half(0, 100, -900);

        LeadLevels levels = levels();

        assertThat(levels.q()).isZero();
        assertThat(levels.s()).isCloseTo(-900, within(5.0));
        assertThat(levels.r()).isZero();
    }

    @Test
    void aNotchedRIsCountedOnce() {
        half(0, 120, 800);
        half(45, 30, -250);

        assertThat(levels().qrs().notches()).isEqualTo(1);
        assertThat(levels().qrs().rPrime()).isZero();
    }

    @Test
    void aFallingSegmentHasItsSlopeInMicrovoltsAMillisecond() {
        half(0, 60, 800);
        for (int i = 0; i < 160; i++) {
            x[ON + 100 + i] += -50 - 1.5 * (i - 20);
        }

        LeadLevels levels = levels();

        assertThat(levels.j()).isCloseTo(-50, within(3.0));
        assertThat(levels.st().slope()).isCloseTo(-1.5, within(0.1));
        assertThat(levels.st().j80()).isCloseTo(-170, within(3.0));
    }

    @Test
    void aPWaveThatGoesUpThenDownAndADepressedSegmentAfterItAreSeen() {
        half(-160, 50, 120);
        half(-110, 50, -90);
        for (int i = -60; i < 400; i++) {
            x[ON + i] -= 40;
        }
        LeadLevels levels = levels();

        assertThat(levels.p().positive()).isBetween(110.0, 135.0);
        assertThat(levels.p().negative()).isBetween(-95.0, -65.0);
        assertThat(levels.p().terminalMillis()).isBetween(40.0, 60.0);
        assertThat(levels.p().prSegment()).isCloseTo(-40, within(5.0));
    }

    @Test
    void aTWaveThatGoesUpThenDownGivesBothPeaksInTheirOrder() {
        half(230, 70, 250);
        half(300, 70, -180);

        TShape t = levels().tWave();

        assertThat(t.positive()).isCloseTo(250, within(5.0));
        assertThat(t.negative()).isCloseTo(-180, within(5.0));
        assertThat(t.positiveMillis()).isLessThan(t.negativeMillis());
    }

    /** Adds half a cycle of a sine from so many milliseconds after the QRS onset. */
    private void half(int fromMillis, int lastingMillis, double microvolts) {
        for (int i = 0; i < lastingMillis; i++) {
            x[ON + fromMillis + i] += microvolts * Math.sin(Math.PI * i / lastingMillis);
        }
    }

    private LeadLevels levels() {
        return LeadMeasuring.of(new MedianBeat(RATE, List.of(Lead.V1), new double[][] {x}, ON + 40, 8), 0, WAVES);
    }
}
