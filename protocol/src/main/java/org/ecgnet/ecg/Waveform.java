package org.ecgnet.ecg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The samples of all leads exactly as the unit sent them, in counts, with what a count means.
 *
 * <p>Immutable: arrays are copied in and out. All leads have the same length. Leads that were not recorded but follow
 * from I and II are computed by {@link #microvolts(Lead)}, never stored.
 */
public final class Waveform {

    private final SampleRate rate;
    private final List<Lead> leads;
    private final List<LeadScale> scales;
    private final int[][] counts;

    /**
     * @param leads the recorded leads, each once
     * @param scales one a lead, in the same order
     * @param counts samples by lead, in the same order, all of one length
     */
    public Waveform(SampleRate rate, List<Lead> leads, List<LeadScale> scales, int[][] counts) {
        this.rate = rate;
        this.leads = List.copyOf(leads);
        this.scales = List.copyOf(scales);
        if (leads.isEmpty() || leads.stream().distinct().count() != leads.size()) {
            throw new IllegalArgumentException("leads: " + leads + " (expected: at least one, each once)");
        }
        if (scales.size() != leads.size() || counts.length != leads.size()) {
            throw new IllegalArgumentException("scales: " + scales.size() + ", counts: " + counts.length
                    + " (expected: one of each for " + leads.size() + " leads)");
        }
        this.counts = new int[counts.length][];
        for (int lead = 0; lead < counts.length; lead++) {
            if (counts[lead].length != counts[0].length) {
                throw new IllegalArgumentException("samples of " + leads.get(lead) + ": " + counts[lead].length
                        + " (expected: " + counts[0].length + " as in " + leads.get(0) + ")");
            }
            this.counts[lead] = counts[lead].clone();
        }
    }

    public SampleRate rate() {
        return rate;
    }

    /** The recorded leads in the order of the unit. */
    public List<Lead> leads() {
        return leads;
    }

    /** One scale a recorded lead, in the order of {@link #leads()}. */
    public List<LeadScale> scales() {
        return scales;
    }

    /** Samples of each lead. */
    public int length() {
        return counts[0].length;
    }

    /** A copy of the counts of one recorded lead; empty when it was not recorded. */
    public Optional<int[]> counts(Lead lead) {
        int at = leads.indexOf(lead);
        return at < 0 ? Optional.empty() : Optional.of(counts[at].clone());
    }

    /** A copy of the counts, by recorded lead and sample. */
    public int[][] counts() {
        int[][] copy = new int[counts.length][];
        Arrays.setAll(copy, lead -> counts[lead].clone());
        return copy;
    }

    /**
     * One lead in microvolts, recorded or derived from I and II (Einthoven, Goldberger); empty when neither.
     */
    public Optional<double[]> microvolts(Lead lead) {
        int at = leads.indexOf(lead);
        if (at >= 0) {
            double[] microvolts = new double[length()];
            LeadScale scale = scales.get(at);
            for (int n = 0; n < microvolts.length; n++) {
                microvolts[n] = scale.microvolts(counts[at][n]);
            }
            return Optional.of(microvolts);
        }
        if (!lead.derived() || !leads.contains(Lead.I) || !leads.contains(Lead.II)) {
            return Optional.empty();
        }
        double[] one = microvolts(Lead.I).orElseThrow();
        double[] two = microvolts(Lead.II).orElseThrow();
        double[] derived = new double[one.length];
        for (int n = 0; n < derived.length; n++) {
            derived[n] = derive(lead, one[n], two[n]);
        }
        return Optional.of(derived);
    }

    private static double derive(Lead lead, double one, double two) {
        return switch (lead) {
            case III -> two - one;
            case AVR -> -(one + two) / 2;
            case AVL -> one - two / 2;
            case AVF -> two - one / 2;
            default -> throw new IllegalArgumentException("lead: " + lead + " (expected: III, aVR, aVL or aVF)");
        };
    }

    /** The samples from one index to before another, in all leads. */
    public Waveform between(int from, int to) {
        int[][] part = new int[counts.length][];
        Arrays.setAll(part, lead -> Arrays.copyOfRange(counts[lead], from, to));
        return new Waveform(rate, leads, scales, part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waveform that
                && rate.equals(that.rate)
                && leads.equals(that.leads)
                && scales.equals(that.scales)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "Waveform[" + leads.size() + " leads, " + length() + " samples at " + rate.hertz() + " Hz]";
    }
}
