package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an interval costs, just below and just at the time in which a ventricle recovers. */
class BeatTrackTest {

    @ParameterizedTest
    @ValueSource(ints = {250, 500, 1000})
    void aBeatBeforeTheVentricleHasRecoveredCostsMoreThanOneJustAfter(int hertz) {
        int recovery = new SampleRate(hertz).samplesIn(BeatTrack.RECOVERY_MILLIS);
        double usual = hertz;

        double justBelow = BeatTrack.rhythm(recovery - 1, usual, recovery);
        double justAt = BeatTrack.rhythm(recovery, usual, recovery);

        assertThat(justBelow - justAt).isCloseTo(BeatTrack.UNRECOVERED, within(0.01));
    }

    @Test
    void inARhythmSoFastThatTheMuscleRecoversSoonerAShortIntervalCostsNoMore() {
        double shareOfUsual = 60 / 0.6;

        double asUsual = BeatTrack.rhythm(60, shareOfUsual - 1, 70);
        double shorter = BeatTrack.rhythm(60, shareOfUsual + 1, 70);

        assertThat(shorter - asUsual).isCloseTo(BeatTrack.UNRECOVERED, within(0.1));
    }
}
