package org.ecgnet.format.scp;

import java.util.ArrayList;
import java.util.Comparator;
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
     * @param code the lead's number in EN 1064
     * @param lead empty for one that no name here fits
     * @param first number of its first sample, from 1
     */
    record Place(int code, Optional<Lead> lead, int first, int samples) {

        /** Number of the sample after its last. */
        int end() {
            return first + samples;
        }
    }

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
            int code = section.u8(at + 8);
            places.add(new Place(code, CartNames.leadOf(code), (int) first, (int) samples));
        }
        return new ScpLeads(places, (section.u8(1) & 1) != 0);
    }

    /** Samples of each lead. */
    int[] samples() {
        return places.stream().mapToInt(Place::samples).toArray();
    }

    /**
     * The leads that are laid side by side, which is all of those that are known, but for recordings of one group of leads
     * after the other: there it is the largest group.
     */
    List<Place> together() {
        List<Place> known =
                places.stream().filter(place -> place.lead().isPresent()).toList();
        int longest = known.stream().mapToInt(Place::samples).max().orElse(0);
        if (2 * (end(known) - first(known)) >= longest) {
            return known;
        }
        return known.stream()
                .map(one -> known.stream()
                        .filter(other -> other.first() == one.first())
                        .toList())
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** Number of the first sample that all of these have. */
    static int first(List<Place> together) {
        return together.stream().mapToInt(Place::first).max().orElse(0);
    }

    /** Number of the sample after the last that all of these have. */
    static int end(List<Place> together) {
        return together.stream().mapToInt(Place::end).min().orElse(0);
    }
}
