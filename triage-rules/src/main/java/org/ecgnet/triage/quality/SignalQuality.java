package org.ecgnet.triage.quality;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.Smoothing;
import org.ecgnet.triage.signal.ZeroPhase;

/**
 * Judges each lead of a recording after the rules of the Computing in Cardiology Challenge 2011 (Silva 2011; SIGNALS
 * section 5).
 *
 * @param leads in the order of the signals
 * @param silent every lead is flat though no electrode is reported off: the heart, not the signal
 */
public record SignalQuality(List<LeadQuality> leads, boolean silent) {

    private static final double FLAT_MICROVOLTS = 12;
    private static final double FLAT_SHARE = 0.8;
    private static final double OFF_SHARE = 0.05;
    private static final double SATURATED_MICROVOLTS = 8000;
    private static final double SATURATED_MILLIS = 200;
    private static final double STEEP_MICROVOLTS_PER_MILLI = 200;
    private static final double STEEP_SHARE = 0.6;
    private static final double STEEP_BLOCK_MILLIS = 100;
    private static final double NOISY_MICROVOLTS = 45;
    private static final double TOO_NOISY_MICROVOLTS = 100;
    private static final double WANDER_MICROVOLTS = 500;
    private static final double TOO_MUCH_WANDER_MICROVOLTS = 1500;
    private static final double WANDER_SECONDS = 10;
    private static final double HUM_MICROVOLTS = 150;

    /** Wander is below 0.67 Hz: about so many samples a second show it. */
    private static final int SLOW_HERTZ = 50;

    public SignalQuality {
        leads = List.copyOf(leads);
    }

    /**
     * Judges the leads.
     *
     * @param raw with the mains hum they came with
     * @param signals the same without
     */
    public static SignalQuality of(LeadSignals raw, LeadSignals signals, UnitMarks marks) {
        List<LeadQuality> judged = new ArrayList<>();
        boolean allFlat = !signals.leads().isEmpty();
        SampleRate rate = signals.rate();
        double[][] fast = ZeroPhase.filter(signals.microvolts(), rate.hertz() / 4, Biquad.highPass(rate, 35));
        int block = Math.max(1, rate.hertz() / SLOW_HERTZ);
        SampleRate few = new SampleRate(rate.hertz() / block);
        double[][] slow = ZeroPhase.filter(means(signals.microvolts(), block), few.hertz(), Biquad.lowPass(few, 0.67));
        for (int k = 0; k < signals.leads().size(); k++) {
            LeadQuality quality = lead(signals, k, marks, fast[k], slow[k], few);
            if (quality.trouble().isEmpty()
                    && humMicrovolts(raw.microvolts()[k], signals.microvolts()[k]) > HUM_MICROVOLTS) {
                quality = new LeadQuality(quality.lead(), true, Optional.of(LeadTrouble.MAINS));
            }
            judged.add(quality);
            allFlat &= quality.trouble().equals(Optional.of(LeadTrouble.FLAT));
        }
        return new SignalQuality(judged, allFlat);
    }

    /** The leads to measure on: all of them when the whole trace is silent. */
    public Set<Lead> usable() {
        Set<Lead> usable = EnumSet.noneOf(Lead.class);
        for (LeadQuality lead : leads) {
            if (lead.usable() || silent) {
                usable.add(lead.lead());
            }
        }
        return usable;
    }

    private static LeadQuality lead(
            LeadSignals signals, int k, UnitMarks marks, double[] fast, double[] slow, SampleRate few) {
        Lead lead = signals.leads().get(k);
        double[] x = signals.microvolts()[k];
        SampleRate rate = signals.rate();
        if (offSamples(lead, marks, x.length) > OFF_SHARE * x.length) {
            return new LeadQuality(lead, false, Optional.of(LeadTrouble.ELECTRODE_OFF));
        }
        if (flat(x, rate)) {
            return new LeadQuality(lead, false, Optional.of(LeadTrouble.FLAT));
        }
        if (saturated(x, rate)) {
            return new LeadQuality(lead, false, Optional.of(LeadTrouble.SATURATED));
        }
        if (steepShare(x, rate) > STEEP_SHARE) {
            return new LeadQuality(lead, false, Optional.of(LeadTrouble.STEEP));
        }
        double noise = noiseMicrovolts(fast);
        double wander = wanderMicrovolts(slow, few);
        if (noise > NOISY_MICROVOLTS) {
            return new LeadQuality(lead, noise <= TOO_NOISY_MICROVOLTS, Optional.of(LeadTrouble.NOISY));
        }
        if (wander > WANDER_MICROVOLTS) {
            return new LeadQuality(lead, wander <= TOO_MUCH_WANDER_MICROVOLTS, Optional.of(LeadTrouble.WANDERING));
        }
        return new LeadQuality(lead, true, Optional.empty());
    }

    /** Samples with an electrode off; III and the augmented leads need the electrodes of I and II. */
    private static int offSamples(Lead lead, UnitMarks marks, int length) {
        int most = 0;
        for (Lead of : lead.derived() ? List.of(lead, Lead.I, Lead.II) : List.of(lead)) {
            int off = 0;
            for (LeadOff stretch : marks.leadsOff()) {
                if (stretch.lead() == of) {
                    off += Math.min(stretch.to(), length) - Math.min(stretch.from(), length);
                }
            }
            most = Math.max(most, off);
        }
        return most;
    }

    private static boolean flat(double[] x, SampleRate rate) {
        int second = Math.min(rate.hertz(), x.length);
        int flatSeconds = 0;
        int seconds = 0;
        for (int from = 0; from + second <= x.length; from += second) {
            flatSeconds += Smoothing.swing(x, from, from + second) < FLAT_MICROVOLTS ? 1 : 0;
            seconds++;
        }
        return seconds > 0 && flatSeconds >= FLAT_SHARE * seconds;
    }

    private static boolean saturated(double[] x, SampleRate rate) {
        if (Smoothing.swing(x, 0, x.length) <= SATURATED_MICROVOLTS) {
            return false;
        }
        double median = Smoothing.usual(x);
        int beyond = 0;
        for (double value : x) {
            beyond += Math.abs(value - median) > SATURATED_MICROVOLTS ? 1 : 0;
        }
        return rate.millisAt(beyond) > SATURATED_MILLIS;
    }

    /** Share of the tenths of a second with a jump: the steep QRS of an infant fills less than half of them. */
    private static double steepShare(double[] x, SampleRate rate) {
        int block = Math.max(2, rate.samplesIn(STEEP_BLOCK_MILLIS));
        double most = STEEP_MICROVOLTS_PER_MILLI * 1000 / rate.hertz();
        int blocks = 0;
        int steep = 0;
        for (int from = 0; from + block <= x.length; from += block) {
            boolean jumps = false;
            for (int i = from + 1; i < from + block; i++) {
                jumps |= Math.abs(x[i] - x[i - 1]) > most;
            }
            steep += jumps ? 1 : 0;
            blocks++;
        }
        return blocks == 0 ? 0 : (double) steep / blocks;
    }

    /** Robust deviation above 35 Hz: half of the samples lie between complexes, where only noise is that fast. */
    private static double noiseMicrovolts(double[] fast) {
        return 1.4826 * Smoothing.usualSize(fast);
    }

    /** The means of blocks of so many samples. */
    private static double[][] means(double[][] leads, int block) {
        double[][] means = new double[leads.length][];
        for (int k = 0; k < leads.length; k++) {
            means[k] = new double[leads[k].length / block];
            for (int b = 0; b < means[k].length; b++) {
                means[k][b] = Smoothing.meanOf(leads[k], b * block, (b + 1) * block);
            }
        }
        return means;
    }

    /** The usual one of ten seconds: what half an hour drifts is no trouble to a beat. */
    private static double wanderMicrovolts(double[] slow, SampleRate rate) {
        int window = (int) (WANDER_SECONDS * rate.hertz());
        int windows = Math.max(1, slow.length / window);
        double[] deviations = new double[windows];
        for (int k = 0; k < windows; k++) {
            int to = k == windows - 1 ? slow.length : (k + 1) * window;
            deviations[k] = Smoothing.deviation(slow, k * window, to);
        }
        return Smoothing.median(deviations, 0, windows);
    }

    /** Peak to peak, of a sine with the power of what was taken away. */
    private static double humMicrovolts(double[] raw, double[] clean) {
        double square = 0;
        for (int i = 0; i < raw.length && raw != clean; i++) {
            square += (raw[i] - clean[i]) * (raw[i] - clean[i]);
        }
        return 2 * Math.sqrt(2 * square / Math.max(1, raw.length));
    }
}
