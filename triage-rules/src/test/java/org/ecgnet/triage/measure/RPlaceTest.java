package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;

/** Six leads of one beat: R of some, only a downward wave in others. */
class RPlaceTest {

    private static final int ANCHOR = 200;
    private static final Delineation WAVES = new Delineation(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            180,
            230,
            OptionalInt.empty(),
            OptionalInt.empty());

    @Test
    void isTheMiddleOfWhatTheLeadsShow() {
        double[][] leads = new double[6][];
        for (int k = 0; k < 6; k++) {
            leads[k] = wave(190 + 2 * k, 800, 220, 0);
        }

        assertThat(RPlace.behindAnchor(beat(leads), WAVES)).hasValue(-5);
    }

    @Test
    void theSmallestWaveIsAnRHoweverDeepTheS() {
        assertThat(RPlace.behindAnchor(beat(six(wave(190, 20, 220, -1000))), WAVES))
                .hasValue(-10);
        assertThat(RPlace.behindAnchor(beat(six(wave(190, 19, 220, -1000))), WAVES))
                .hasValue(20);
    }

    @Test
    void whatRisesOutOfTheComplexIsNoR() {
        double[] x = wave(190, 0, 220, -1000);
        Arrays.fill(x, 225, x.length, 300);

        assertThat(RPlace.behindAnchor(beat(six(x)), WAVES)).hasValue(20);
    }

    @Test
    void fewLeadsHaveNoMiddle() {
        double[][] five = Arrays.copyOf(six(wave(190, 800, 220, 0)), 5);

        assertThat(RPlace.behindAnchor(beat(five), WAVES)).isEmpty();
    }

    @Test
    void ofOneLeadIsItsHumpOrElseItsNadir() {
        assertThat(RPlace.of(wave(190, 20, 220, -1000), 180, 230)).isEqualTo(190);
        assertThat(RPlace.of(wave(190, 19, 220, -1000), 180, 230)).isEqualTo(220);
        assertThat(RPlace.of(new double[400], 500, 510)).isEqualTo(399);
    }

    private static double[][] six(double[] lead) {
        double[][] leads = new double[6][];
        Arrays.fill(leads, lead);
        return leads;
    }

    private static double[] wave(int up, double high, int down, double low) {
        double[] x = new double[400];
        x[up] = high;
        x[down] = low;
        return x;
    }

    private static MedianBeat beat(double[][] leads) {
        List<Lead> names = List.of(Lead.values()).subList(0, leads.length);
        return new MedianBeat(new SampleRate(500), names, leads, ANCHOR, 9);
    }
}
