package org.ecgnet.edge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;

/** Simulated hearts. */
class BestTenTest {

    private static final SampleRate RATE = new SampleRate(500);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final HeartStream heart = Hearts.stream(Scenario.NORMAL, 3, RATE);
    private final Random random = new Random(10);
    private final BestTen best = new BestTen(new ExamStarted(
            ExamId.of(NOW, 1, 1),
            NOW,
            new UnitId("ecg-1"),
            "reference",
            "wang",
            Patient.UNKNOWN,
            Symptoms.NONE,
            RATE,
            Lead.STANDARD_12,
            Collections.nCopies(12, HeartStream.SCALE),
            false));

    private void record(int seconds, double noiseCounts, boolean v3Off) {
        for (int n = 0; n < seconds; n++) {
            int[][] counts = new int[12][500];
            for (int at = 0; at < 500; at++) {
                int[] moment = heart.next().counts();
                for (int lead = 0; lead < 12; lead++) {
                    counts[lead][at] = moment[lead] + (int) (noiseCounts * random.nextGaussian());
                }
            }
            List<LeadOff> off = v3Off ? List.of(new LeadOff(Lead.V3, 0, 500)) : List.of();
            best.next(counts, new UnitMarks(off, List.of(), List.of(), List.of()))
                    .ifPresent(best::weigh);
        }
    }

    private double firstSecond() {
        return best.best().orElseThrow().firstSample() / 500.0;
    }

    @Test
    void theQuietStretchBetweenMotionIsChosen() {
        double loud = 200_000 / HeartStream.SCALE.microvoltsPerCount() / 1000;
        record(15, loud, false);
        record(10, 0, false);
        record(15, loud, false);

        assertThat(firstSecond()).isEqualTo(15);
    }

    @Test
    void aLostElectrodeMakesAStretchWorse() {
        record(10, 0, false);
        record(20, 0, true);

        assertThat(firstSecond()).isEqualTo(0);
    }

    @Test
    void ofEquallyGoodOnesTheLastIsThePatientAsHeIsNow() {
        record(40, 0, false);

        assertThat(firstSecond()).isEqualTo(30);
        assertThat(best.best().orElseThrow().recording().waveform().length()).isEqualTo(5000);
    }
}
