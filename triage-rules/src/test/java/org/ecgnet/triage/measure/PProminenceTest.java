package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PProminenceTest {

    private static final SampleRate RATE = new SampleRate(250);
    private static final int RR = 250;
    private static final int ONSET = -10;
    private static final int T_END = 80;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void wavesBeforeTheQrsStandOutThoughNoTwoAreAlike(long seed) {
        Random random = new Random(seed);
        double[][] leads = noise(random, 10);
        for (Beat beat : beats(9)) {
            for (double[] lead : leads) {
                double size = 200 * random.nextGaussian();
                int place = beat.r() + ONSET - 40 + random.nextInt(12);
                for (int i = 0; i < 20; i++) {
                    lead[place + i] += size * Math.sin(Math.PI * i / 20);
                }
            }
        }

        assertThat(of(leads, 9)).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void wavesThatDoNotWaitForTheQrsDoNotStandOut(long seed) {
        double[][] leads = noise(new Random(seed), 10);
        for (double[] lead : leads) {
            for (int i = 0; i < lead.length; i++) {
                lead[i] += 80 * Math.sin(i / 6.3 + 2 * Math.sin(i / 90.0));
            }
        }

        assertThat(of(leads, 9)).isBetween(-0.5, 0.5);
    }

    @Test
    void threeBeatsTellNothing() {
        assertThat(of(noise(new Random(1), 10), 3)).isZero();
    }

    private static double of(double[][] leads, int count) {
        boolean[] dominant = new boolean[count];
        Arrays.fill(dominant, true);
        LeadSignals signals = LeadSignals.of(RATE, List.of(Lead.II, Lead.V1), leads);
        return PProminence.of(signals, beats(count), dominant, ONSET, T_END);
    }

    private static List<Beat> beats(int count) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            beats.add(new Beat(RR / 2 + k * RR, Beat.Kind.NORMAL, false));
        }
        return beats;
    }

    private static double[][] noise(Random random, double microvolts) {
        double[][] leads = new double[2][];
        for (int lead = 0; lead < leads.length; lead++) {
            leads[lead] = random.doubles(10 * RR, -microvolts, microvolts).toArray();
        }
        return leads;
    }
}
