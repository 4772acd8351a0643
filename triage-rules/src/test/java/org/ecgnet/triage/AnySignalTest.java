package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.episode.RhythmEpisodes;
import org.ecgnet.triage.live.LiveWatch;
import org.ecgnet.triage.measure.BeatWaves;
import org.junit.jupiter.api.Test;

/** Whatever comes from a unit is read: an engine that throws is silent about the patient. */
class AnySignalTest {

    private static final int[] RATES = {125, 250, 360, 400, 500, 1000};
    private static final int SIGNALS = 400;

    private final Triage triage = new Triage(RuleProfile.DEFAULT);

    @Test
    void noSignalMakesTheEngineThrow() {
        for (int seed = 0; seed < SIGNALS; seed++) {
            Recording recording = recording(new Random(seed));

            assertThatCode(() -> read(recording)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private void read(Recording recording) {
        Examination examination = triage.examine(recording, Patient.UNKNOWN, Symptoms.NONE);
        BeatWaves.of(examination.ecg().measured());
        RhythmEpisodes.of(recording);
        Waveform waveform = recording.waveform();
        var watch = new LiveWatch(RuleProfile.DEFAULT, waveform.rate(), waveform.leads(), waveform.scales());
        int second = waveform.rate().hertz();
        for (int from = 0; from + second <= waveform.length(); from += second) {
            int at = from;
            watch.next(
                    Arrays.stream(waveform.counts())
                            .map(lead -> Arrays.copyOfRange(lead, at, at + second))
                            .toArray(int[][]::new),
                    Set.of());
        }
    }

    private static Recording recording(Random random) {
        SampleRate rate = new SampleRate(RATES[random.nextInt(RATES.length)]);
        Scenario[] hearts = Scenario.values();
        int seconds = 1 + random.nextInt(14);
        Waveform heart = Hearts.recording(hearts[random.nextInt(hearts.length)], random.nextInt(50), seconds, rate)
                .recording()
                .waveform();
        int leads =
                random.nextInt(3) == 0 ? 1 + random.nextInt(3) : heart.leads().size();
        List<Lead> kept = heart.leads().subList(0, leads);
        int[][] counts = new int[leads][];
        for (int lead = 0; lead < leads; lead++) {
            counts[lead] = heart.counts()[lead].clone();
            spoil(counts[lead], random);
        }
        return Recording.of(
                Instant.EPOCH, new Waveform(rate, kept, Collections.nCopies(leads, LeadScale.MICROVOLT), counts));
    }

    /** Leaves most leads as they are. */
    private static void spoil(int[] lead, Random random) {
        int kind = random.nextInt(12);
        for (int n = 0; n < lead.length; n++) {
            lead[n] = switch (kind) {
                case 0 -> 0;
                case 1 -> random.nextInt(4000) - 2000;
                case 2 -> n % 97 == 0 ? 30_000 : lead[n];
                case 3 -> Math.max(-300, Math.min(300, lead[n]));
                case 4 -> lead[n] + (int) (900 * Math.sin(n / 40.0));
                case 5 -> random.nextInt();
                default -> lead[n];
            };
        }
    }
}
