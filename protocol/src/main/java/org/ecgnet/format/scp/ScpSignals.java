package org.ecgnet.format.scp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/**
 * The numbers of section 5 or 6, one row a lead.
 *
 * @param nanovoltsPerCount amplitude of one count
 * @param intervalMicros between samples
 */
record ScpSignals(int nanovoltsPerCount, int intervalMicros, List<int[]> counts) {

    private static final int HEAD = 6;
    private static final int LEAST_NANOVOLTS = 100;

    /** @param samples of each lead, in the order of section 3 */
    static ScpSignals of(LittleEndian section, Optional<HuffmanTables> tables, int[] samples) {
        int nanovolts = section.u16(0);
        int interval = section.u16(2);
        if (nanovolts == 0 || interval == 0) {
            throw new RefusedFile(Refusal.NO_UNITS, "section " + section.number() + " has no amplitude or interval");
        }
        int differences = section.u8(4);
        if (differences > 2) {
            throw new RefusedFile(Refusal.DAMAGED, "section " + section.number() + " has differences " + differences);
        }
        for (int length : samples) {
            CartWaveform.fits(samples.length, length);
        }
        List<int[]> counts = new ArrayList<>();
        int at = HEAD + 2 * samples.length;
        for (int lead = 0; lead < samples.length; lead++) {
            int length = section.u16(HEAD + 2 * lead);
            byte[] coded = section.part(at, length);
            int[] numbers =
                    tables.isPresent() ? tables.get().decode(coded, samples[lead]) : plain(coded, samples[lead]);
            counts.add(summed(numbers, differences));
            at += length;
        }
        return new ScpSignals(nanovolts, interval, counts);
    }

    /**
     * The scale of a count of whole nanovolts. Writers that round a much smaller count up to one are wrong by a tenth and
     * more; 16 bits of counts so small would not hold a QRS complex anyway.
     */
    static LeadScale scale(int nanovolts) {
        if (nanovolts < LEAST_NANOVOLTS) {
            throw new RefusedFile(Refusal.NO_UNITS, "a count of " + nanovolts + " nV: rounded by whoever wrote it");
        }
        return CartWaveform.scale(nanovolts / 1000.0, 0);
    }

    /** True of a section 6 that keeps all samples of QRS complexes only, and fewer between them. */
    static boolean bimodal(LittleEndian section) {
        return section.u8(5) == 1;
    }

    private static int[] plain(byte[] bytes, int samples) {
        LittleEndian numbers = new LittleEndian(bytes, 6);
        int[] counts = new int[samples];
        for (int sample = 0; sample < samples; sample++) {
            counts[sample] = numbers.i16(2 * sample);
        }
        return counts;
    }

    /** The first one or two numbers are samples themselves. */
    private static int[] summed(int[] numbers, int differences) {
        for (int sample = differences; differences > 0 && sample < numbers.length; sample++) {
            numbers[sample] += differences == 1 ? numbers[sample - 1] : 2 * numbers[sample - 1] - numbers[sample - 2];
        }
        return numbers;
    }
}
