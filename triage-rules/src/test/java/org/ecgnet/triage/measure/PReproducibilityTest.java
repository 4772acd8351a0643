package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.junit.jupiter.api.Test;

class PReproducibilityTest {

    private static final SampleRate RATE = new SampleRate(250);
    private static final int RR = 200;

    @Test
    void aBeatWhoseOnsetLiesBehindTheLastSampleIsLeftOut() {
        double[] noise = new Random(1).doubles(8 * RR, -5, 5).toArray();
        LeadSignals signals = LeadSignals.of(RATE, List.of(Lead.II), new double[][] {noise});
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            beats.add(new Beat(RR - 1 + k * RR, Beat.Kind.NORMAL, true));
        }

        assertThat(PReproducibility.of(signals, beats, 20, RR)).isBetween(-1.0, 1.0);
    }

    @Test
    void aLooseElectrodeDoesNotHideThePOfTheLeadBeside() {
        Random random = new Random(2);
        double[] good = random.doubles(12 * RR, -5, 5).toArray();
        double[] loose = random.doubles(12 * RR, -2000, 2000).toArray();
        List<Beat> beats = new ArrayList<>();
        for (int r = RR; r < 12 * RR; r += RR) {
            beats.add(new Beat(r, Beat.Kind.NORMAL, false));
            for (int i = 0; i < 20; i++) {
                good[r - 45 + i] += 100 * Math.sin(Math.PI * i / 20);
            }
        }
        LeadSignals signals = LeadSignals.of(RATE, List.of(Lead.II, Lead.V1), new double[][] {good, loose});

        assertThat(PReproducibility.of(signals, beats, -10, RR)).isGreaterThan(0.9);
    }
}
