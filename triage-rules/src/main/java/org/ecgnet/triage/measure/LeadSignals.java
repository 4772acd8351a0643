package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.triage.signal.MainsHum;

/**
 * The leads of a recording in microvolts, recorded and derived, less mains hum.
 *
 * <p>Treat the arrays as read-only: they are shared between the steps of one reading to keep it lean.
 */
public final class LeadSignals {

    private static final double PULSE_BEFORE_MILLIS = 4;
    private static final double PULSE_MILLIS = 10;

    /** Pulse and decay together last no longer; the QRS of a paced beat follows within 40 ms. */
    private static final double PULSE_DECAY_MILLIS = 34;

    /** What is left of a pulse when it no longer counts, as a share of its size. */
    private static final double PULSE_GONE = 0.1;

    private final SampleRate rate;
    private final List<Lead> leads;
    private final double[][] microvolts;

    private LeadSignals(SampleRate rate, List<Lead> leads, double[][] microvolts) {
        this.rate = rate;
        this.leads = List.copyOf(leads);
        this.microvolts = microvolts;
    }

    /** Leads that are in hand already, one array a lead, all of one length. */
    public static LeadSignals of(SampleRate rate, List<Lead> leads, double[][] microvolts) {
        return new LeadSignals(rate, leads, microvolts);
    }

    /** Every lead that the waveform holds or that follows from I and II, in the order of {@link Lead}. */
    public static LeadSignals of(Waveform waveform) {
        List<Lead> leads = new ArrayList<>();
        List<double[]> signals = new ArrayList<>();
        for (Lead lead : Lead.values()) {
            waveform.microvolts(lead).ifPresent(signal -> {
                leads.add(lead);
                signals.add(signal);
            });
        }
        return new LeadSignals(waveform.rate(), leads, signals.toArray(double[][]::new));
    }

    /** Without mains hum, at the frequency of the strongest line found in up to four leads. */
    public LeadSignals withoutHum() {
        MainsHum.Line strongest = new MainsHum.Line(50, 0);
        for (int k = 0; k < leads.size(); k += Math.max(1, leads.size() / 4)) {
            MainsHum.Line line = MainsHum.find(microvolts[k], rate);
            strongest = line.microvolts() > strongest.microvolts() ? line : strongest;
        }
        if (strongest.microvolts() == 0) {
            return this;
        }
        double[][] clean = new double[microvolts.length][];
        for (int k = 0; k < clean.length; k++) {
            clean[k] = MainsHum.subtract(microvolts[k], MainsHum.at(strongest.hertz(), microvolts[k], rate), rate);
        }
        return new LeadSignals(rate, leads, clean);
    }

    /**
     * With the pulses of a pacemaker bridged by a straight line, so that they are no complexes.
     *
     * @param paceSamples where the unit's hardware saw a pulse
     */
    public LeadSignals withoutPulses(List<Integer> paceSamples) {
        if (paceSamples.isEmpty()) {
            return this;
        }
        double[][] clean = new double[microvolts.length][];
        for (int k = 0; k < clean.length; k++) {
            clean[k] = microvolts[k].clone();
            for (int pulse : paceSamples) {
                bridge(clean[k], pulse);
            }
        }
        return new LeadSignals(rate, leads, clean);
    }

    /** Until the pulse and the decay that the amplifier draws out of it are over; a QRS that begins in them ends it too. */
    private void bridge(double[] x, int pulse) {
        int from = Math.max(0, pulse - rate.samplesIn(PULSE_BEFORE_MILLIS));
        int least = Math.min(x.length - 1, pulse + rate.samplesIn(PULSE_MILLIS));
        int most = Math.min(x.length - 1, pulse + rate.samplesIn(PULSE_DECAY_MILLIS));
        double size = 0;
        for (int i = from; i < least; i++) {
            size = Math.max(size, Math.abs(x[i] - x[from]));
        }
        int to = least;
        while (to < most && Math.abs(x[to] - x[from]) > PULSE_GONE * size) {
            to++;
        }
        to = to < most ? to : least;
        double start = x[from];
        for (int i = from + 1; i < to; i++) {
            x[i] = start + (x[to] - start) * (i - from) / (to - from);
        }
    }

    /** Only these leads, in their order here. */
    public LeadSignals only(Set<Lead> wanted) {
        List<Lead> kept = new ArrayList<>();
        List<double[]> signals = new ArrayList<>();
        for (int k = 0; k < leads.size(); k++) {
            if (wanted.contains(leads.get(k))) {
                kept.add(leads.get(k));
                signals.add(microvolts[k]);
            }
        }
        return new LeadSignals(rate, kept, signals.toArray(double[][]::new));
    }

    /**
     * The leads that carry something of their own: all but III and the augmented ones when I and II are there; all when
     * they are not.
     */
    public LeadSignals independent() {
        if (!leads.contains(Lead.I) || !leads.contains(Lead.II)) {
            return this;
        }
        return only(Set.copyOf(leads.stream().filter(lead -> !lead.derived()).toList()));
    }

    public SampleRate rate() {
        return rate;
    }

    public List<Lead> leads() {
        return leads;
    }

    /** Samples of each lead. */
    public int length() {
        return microvolts.length == 0 ? 0 : microvolts[0].length;
    }

    /** Shared; by position in {@link #leads()} and sample. */
    public double[][] microvolts() {
        return microvolts;
    }

    /** The signal of a lead that is here. */
    public double[] of(Lead lead) {
        int at = leads.indexOf(lead);
        if (at < 0) {
            throw new IllegalArgumentException("lead: " + lead.label() + " (expected: one of " + leads + ")");
        }
        return microvolts[at];
    }
}
