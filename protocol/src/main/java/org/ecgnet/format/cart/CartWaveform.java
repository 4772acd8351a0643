package org.ecgnet.format.cart;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;

/** Puts a waveform together from the leads of a file, and holds it to what a recording may be. For one thread. */
public final class CartWaveform {

    /** Of all leads together; twelve at 500 Hz for eight minutes. The agent has a heap of 128 MB. */
    private static final long MOST_SAMPLES = 3_000_000;

    /** Intervals in whole microseconds hit most rates, but 3906 is 256.016 Hz and 256 is meant. */
    private static final double RATE_TOLERANCE = 5e-4;

    private static final double LARGEST_COUNT_MICROVOLTS = 1_000_000;

    private static final int LONGEST_UNIT = 20;

    private final List<Lead> leads = new ArrayList<>();
    private final List<LeadScale> scales = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();

    /** Adds a lead; a second one of the same name is left out. */
    public CartWaveform add(Lead lead, LeadScale scale, int[] samples) {
        if (!leads.contains(lead)) {
            leads.add(lead);
            scales.add(scale);
            counts.add(samples);
        }
        return this;
    }

    /** The leads so far. */
    public int leads() {
        return leads.size();
    }

    /** To be asked before so many samples are made room for. */
    public static void fits(long leads, long samplesOfEach) {
        if (leads < 0 || samplesOfEach < 0 || samplesOfEach > MOST_SAMPLES || leads * samplesOfEach > MOST_SAMPLES) {
            throw new RefusedFile(Refusal.TOO_LARGE, leads + " leads of " + samplesOfEach + " samples");
        }
    }

    /**
     * A scale, when it is one.
     *
     * @param microvoltsAtZero what a count of 0 stands for
     */
    public static LeadScale scale(double microvoltsPerCount, double microvoltsAtZero) {
        double baseline = -microvoltsAtZero / microvoltsPerCount;
        if (!(microvoltsPerCount > 0)
                || microvoltsPerCount > LARGEST_COUNT_MICROVOLTS
                || !(Math.abs(baseline) < Integer.MAX_VALUE)) {
            throw new RefusedFile(Refusal.NO_UNITS, "size of a count is " + microvoltsPerCount + " uV");
        }
        return new LeadScale(microvoltsPerCount, (int) Math.round(baseline));
    }

    /** Microvolts of a unit's name. */
    public static double microvoltsOf(String unit) {
        return microvolts(unit)
                .orElseThrow(() -> new RefusedFile(Refusal.NO_UNITS, "unit of amplitude is none that is known"));
    }

    /** Microvolts of a unit's name; empty for one that is not known. */
    public static OptionalDouble microvolts(String unit) {
        String plain = unit.length() > LONGEST_UNIT ? "" : Normalizer.normalize(unit, Normalizer.Form.NFKC);
        return switch (plain.strip().toLowerCase(Locale.ROOT)) {
            case "uv", "μv", "microvolt", "microvolts" -> OptionalDouble.of(1);
            case "nv", "nanovolt", "nanovolts" -> OptionalDouble.of(1e-3);
            case "mv", "millivolt", "millivolts" -> OptionalDouble.of(1e3); // nobody records megavolts
            case "v", "volt", "volts" -> OptionalDouble.of(1e6);
            default -> OptionalDouble.empty();
        };
    }

    /** A rate in whole hertz. */
    public static SampleRate rate(double hertz) {
        long whole = Math.round(hertz);
        if (!(hertz >= 50) || whole > 32_000 || Math.abs(hertz - whole) > RATE_TOLERANCE * hertz) {
            throw new RefusedFile(Refusal.NO_UNITS, "sampling rate is " + hertz + " Hz (expected: whole, from 50)");
        }
        return new SampleRate((int) whole);
    }

    /** The waveform of the leads added. */
    public Waveform at(SampleRate rate) {
        if (leads.isEmpty()) {
            throw new RefusedFile(Refusal.NO_LEADS, "no lead with a standard name");
        }
        int length = counts.get(0).length;
        if (length == 0) {
            throw new RefusedFile(Refusal.NO_WAVEFORM, "no samples");
        }
        if (counts.stream().anyMatch(lead -> lead.length != length)) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "leads of different length");
        }
        return new Waveform(rate, leads, scales, counts.toArray(int[][]::new));
    }
}
