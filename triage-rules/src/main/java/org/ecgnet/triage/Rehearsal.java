package org.ecgnet.triage;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.Waveform;

/**
 * Reads invented recordings, so that the first patient after a start finds an engine that is loaded and compiled.
 *
 * <p>The rhythms differ, for each takes another way through the engine: regular, irregular without P waves, fast with a
 * wide QRS, and waves without beats. What they read as is nobody's concern.
 */
public final class Rehearsal {

    private static final int SECONDS = 10;
    private static final int HERTZ = 500;

    private Rehearsal() {}

    /**
     * Reads that many recordings of ten seconds, one after the other.
     *
     * @throws RuntimeException what the engine throws; then no patient's recording will be read either
     */
    public static void of(Triage triage, int readings) {
        Heart[] hearts = Heart.values();
        for (int i = 0; i < readings; i++) {
            triage.read(recording(hearts[i % hearts.length], i), Patient.UNKNOWN, Symptoms.NONE);
        }
    }

    /** Ten invented seconds of a fast rhythm with a wide QRS: what an exercise shows. No patient's, and nobody's pattern. */
    public static Recording tracing() {
        return recording(Heart.VENTRICULAR_TACHYCARDIA, 0);
    }

    private static Recording recording(Heart heart, int turn) {
        double[] beats = beats(heart, turn);
        List<Lead> leads = Lead.STANDARD_12;
        int[][] counts = new int[leads.size()][beats.length];
        for (int lead = 0; lead < counts.length; lead++) {
            double size = 0.4 + 0.1 * ((lead + turn) % 8);
            for (int at = 0; at < beats.length; at++) {
                int noise = (at * 31 + lead * 17) % 7 - 3; // microvolts
                counts[lead][at] = (int) Math.round(size * beats[at]) + noise;
            }
        }
        Waveform waveform = new Waveform(
                new SampleRate(HERTZ), leads, Collections.nCopies(leads.size(), LeadScale.MICROVOLT), counts);
        return Recording.of(Instant.EPOCH, waveform);
    }

    /** In microvolts. */
    private static double[] beats(Heart heart, int turn) {
        double[] signal = new double[SECONDS * HERTZ];
        double r = 0.4;
        for (int beat = 0; r < SECONDS; beat++) {
            if (heart.pMicrovolts > 0) {
                wave(signal, r - 0.16, 0.02, heart.pMicrovolts);
            }
            wave(signal, r, heart.qrsSeconds / 5, 1200);
            wave(signal, r + 0.3 * Math.sqrt(heart.rrSeconds), 0.04, 250);
            r += heart.rrSeconds * (1 + heart.unevenness * Math.sin(2.4 * beat + turn));
        }
        return signal;
    }

    private static void wave(double[] signal, double centreSeconds, double widthSeconds, double microvolts) {
        int from = (int) Math.max(0, (centreSeconds - 4 * widthSeconds) * HERTZ);
        int to = (int) Math.min(signal.length, (centreSeconds + 4 * widthSeconds) * HERTZ);
        for (int at = from; at < to; at++) {
            double x = ((double) at / HERTZ - centreSeconds) / widthSeconds;
            signal[at] += microvolts * Math.exp(-x * x / 2);
        }
    }

    private enum Heart {
        SINUS(0.85, 0.02, 0.08, 120),
        FIBRILLATION(0.7, 0.3, 0.08, 0),
        BUNDLE_BRANCH_BLOCK(0.75, 0.02, 0.14, 120),
        VENTRICULAR_TACHYCARDIA(0.34, 0.01, 0.18, 0),
        VENTRICULAR_FIBRILLATION(0.2, 0.2, 0.3, 0);

        private final double rrSeconds;
        private final double unevenness;
        private final double qrsSeconds;
        private final double pMicrovolts;

        Heart(double rrSeconds, double unevenness, double qrsSeconds, double pMicrovolts) {
            this.rrSeconds = rrSeconds;
            this.unevenness = unevenness;
            this.qrsSeconds = qrsSeconds;
            this.pMicrovolts = pMicrovolts;
        }
    }
}
