package org.ecgnet.triage.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.live.LiveWatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The live watch on a simulated normal rhythm under real electrode motion (Moody 1984): it must not ring. */
class LiveNoiseTest {

    private static final Path DATA = Path.of(System.getProperty("ecg.data", "absent"));
    private static final SampleRate RATE = new SampleRate(500);
    private static final int SECONDS = 60;

    /** Peak to peak of the simulated QRS, from which the noise is sized as the noise stress test does. */
    private static final double QRS_MICROVOLTS = 1200;

    @ParameterizedTest(name = "seed {0}, {1} dB")
    @CsvSource({"1, 6", "2, 6", "1, 0", "2, 0"})
    void electrodeMotionOnANormalRhythmDoesNotRing(long seed, double decibels) {
        assumeTrue(Files.exists(DATA.resolve("nstdb/em.hea")), "no noise at -Decg.data=" + DATA);
        Recording heart = Hearts.recording(Scenario.NORMAL, seed, SECONDS, RATE).recording();
        int[][] counts = withNoise(heart.waveform().counts(), new Random(seed), decibels);
        List<Lead> leads = heart.waveform().leads();
        LiveWatch watch =
                new LiveWatch(RuleProfile.DEFAULT, RATE, leads, heart.waveform().scales());
        List<Finding> rung = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            int from = second * RATE.hertz();
            int[][] chunk = Arrays.stream(counts)
                    .map(lead -> Arrays.copyOfRange(lead, from, from + RATE.hertz()))
                    .toArray(int[][]::new);
            rung.addAll(watch.next(chunk, Set.of()));
        }

        assertThat(rung).isEmpty();
    }

    private static int[][] withNoise(int[][] counts, Random chance, double decibels) {
        Waveform noise = new Records(DATA).read("nstdb/em").recording().waveform();
        double step = (double) noise.rate().hertz() / RATE.hertz();
        int[][] noisy = new int[counts.length][];
        for (int lead = 0; lead < counts.length; lead++) {
            double[] em = noise.microvolts(
                            noise.leads().get(lead % noise.leads().size()))
                    .orElseThrow();
            int length = (int) (counts[lead].length * step);
            int start = chance.nextInt(em.length - length - 2);
            double gain = gain(Arrays.copyOfRange(em, start, start + length), decibels);
            noisy[lead] = counts[lead].clone();
            for (int n = 0; n < noisy[lead].length; n++) {
                noisy[lead][n] += (int) Math.round(gain * em[start + (int) (n * step)] / 2.5);
            }
        }
        return noisy;
    }

    /** The noise stress test's definition: the power of the heart is the square of the QRS's peak to peak over 8. */
    private static double gain(double[] noise, double decibels) {
        double mean = Arrays.stream(noise).average().orElse(0);
        double power =
                Arrays.stream(noise).map(x -> (x - mean) * (x - mean)).average().orElse(1);
        return Math.sqrt(QRS_MICROVOLTS * QRS_MICROVOLTS / 8 / Math.pow(10, decibels / 10) / power);
    }
}
