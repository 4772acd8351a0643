package org.ecgnet.format.scp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/**
 * Section 3: which lead is where in time.
 *
 * @param beatSubtracted the rhythm is what remains when the reference beat is taken off
 */
record ScpLeads(List<Place> places, boolean beatSubtracted) {

    private static final int BYTES = 9;
    private static final long MOST_SAMPLES = 8_000_000;

    ScpLeads {
        places = List.copyOf(places);
    }

    /**
     * A lead's samples.
     *
     * @param lead empty for one that no name here fits
     * @param first number of its first sample, from 1
     */
    record Place(Optional<Lead> lead, int first, int samples) {}

    static ScpLeads of(LittleEndian section) {
        int count = section.u8(0);
        List<Place> places = new ArrayList<>();
        for (int lead = 0; lead < count; lead++) {
            int at = 2 + BYTES * lead;
            long first = section.u32(at);
            long samples = section.u32(at + 4) - first + 1;
            if (first < 1 || first > MOST_SAMPLES || samples < 1 || samples > MOST_SAMPLES) {
                throw new RefusedFile(Refusal.DAMAGED, "section 3 has a lead of " + samples + " samples");
            }
            places.add(new Place(CartNames.leadOf(section.u8(at + 8)), (int) first, (int) samples));
        }
        return new ScpLeads(places, (section.u8(1) & 1) != 0);
    }
}
