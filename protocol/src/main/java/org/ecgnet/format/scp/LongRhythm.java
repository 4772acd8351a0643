package org.ecgnet.format.scp;

import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/**
 * Section 12 of edition 3: samples as they are, moment after moment. What it says of leads and samples stands in section 3
 * too, and is taken only where both say the same.
 *
 * <p>70 bytes: u32 hertz, u8 leads, u32 samples, u8 bytes of a sample, time, zeros. Then of each lead u8 number, u16
 * nanovolts of a count, u8 0. Then the samples. Source: what biosig4c++ 2.5 writes; its files of four bytes a sample hold
 * floating-point numbers where integers are due, so only two are taken.
 */
final class LongRhythm {

    private static final int HEAD = 70;
    private static final int OF_LEAD = 4;

    private LongRhythm() {}

    static Waveform of(ScpSections sections, ScpLeads leads) {
        LittleEndian section = sections.section(12)
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "neither section 6 nor section 12 is there"));
        int count = section.u8(4);
        long samples = section.u32(5);
        CartWaveform.fits(count, samples);
        if (section.u8(9) != Short.BYTES || leads.beatSubtracted()) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "section 12 of other than 16 bits a sample");
        }
        int from = HEAD + OF_LEAD * count;
        if (count != leads.places().size() || section.length() - from < samples * count * Short.BYTES) {
            throw new RefusedFile(Refusal.DAMAGED, "section 12 has not the leads and samples that the file says");
        }
        CartWaveform waveform = new CartWaveform();
        for (int lead = 0; lead < count; lead++) {
            LeadScale scale =
                    scale(section, HEAD + OF_LEAD * lead, leads.places().get(lead), samples);
            int[] counts = new int[(int) samples];
            for (int sample = 0; sample < counts.length; sample++) {
                counts[sample] = section.i16(from + Short.BYTES * (sample * count + lead));
            }
            leads.places().get(lead).lead().ifPresent(name -> waveform.add(name, scale, counts));
        }
        return waveform.at(CartWaveform.rate((double) section.u32(0)));
    }

    private static LeadScale scale(LittleEndian section, int at, ScpLeads.Place place, long samples) {
        if (section.u8(at) != place.code() || section.u8(at + 3) != 0 || place.samples() != samples) {
            throw new RefusedFile(Refusal.DAMAGED, "section 12 has a lead that is not section 3's");
        }
        return ScpSignals.scale(section.u16(at + 1));
    }
}
