package org.ecgnet.format.scp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** Puts the beat of section 5 back where section 4 says that it was taken off. */
final class ReferenceBeat {

    private static final int HEAD = 6;
    private static final int BEAT_BYTES = 14;
    private static final int MOST_SAMPLES = 4096;

    private final int fiducial;
    private final ScpSignals beat;
    private final List<Taken> taken;

    /** Numbers of samples of the rhythm, from 1. */
    private record Taken(int from, int fiducial, int to) {}

    private ReferenceBeat(int fiducial, ScpSignals beat, List<Taken> taken) {
        this.fiducial = fiducial;
        this.beat = beat;
        this.taken = taken;
    }

    static ReferenceBeat of(LittleEndian section4, LittleEndian section5, Optional<HuffmanTables> tables, int leads) {
        int interval = section5.u16(2);
        int samples = interval == 0 ? 0 : section4.u16(0) * 1000 / interval;
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new RefusedFile(Refusal.DAMAGED, "section 4 has a beat of " + samples + " samples");
        }
        int[] lengths = new int[leads];
        Arrays.fill(lengths, samples);
        ScpSignals beat = ScpSignals.of(section5, tables, lengths);
        return new ReferenceBeat(section4.u16(2), beat, taken(section4));
    }

    /** Heartbeats follow one another: stretches that overlap are damage, and would be added up without end. */
    private static List<Taken> taken(LittleEndian section4) {
        List<Taken> taken = new ArrayList<>();
        int beats = section4.u16(4);
        int before = 0;
        for (int one = 0; one < beats; one++) {
            int at = HEAD + BEAT_BYTES * one;
            boolean ofThisKind = section4.u16(at) == 0;
            Taken next = new Taken(number(section4, at + 2), number(section4, at + 6), number(section4, at + 10));
            if (ofThisKind && (next.from() <= before || next.to() < next.from())) {
                throw new RefusedFile(Refusal.DAMAGED, "section 4 has beats that overlap");
            } else if (ofThisKind) {
                before = next.to();
                taken.add(next);
            }
        }
        return taken;
    }

    private static int number(LittleEndian section, int at) {
        return (int) Math.min(Integer.MAX_VALUE / 4, section.u32(at));
    }

    /**
     * Adds it to a rhythm of the same amplitude unit and interval.
     *
     * @param places of the rhythm's leads
     */
    void addTo(ScpSignals rhythm, List<ScpLeads.Place> places) {
        if (beat.intervalMicros() != rhythm.intervalMicros()
                || beat.nanovoltsPerCount() % rhythm.nanovoltsPerCount() != 0) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "reference beat in units other than the rhythm's");
        }
        int factor = beat.nanovoltsPerCount() / rhythm.nanovoltsPerCount();
        for (int lead = 0; lead < rhythm.counts().size(); lead++) {
            int[] counts = rhythm.counts().get(lead);
            int[] ofBeat = beat.counts().get(lead);
            int first = places.get(lead).first();
            for (Taken one : taken) {
                int end = Math.min(one.to() + 1, first + counts.length);
                for (int sample = Math.max(first, one.from()); sample < end; sample++) {
                    int inBeat = sample - one.fiducial() + fiducial - 1;
                    if (inBeat >= 0 && inBeat < ofBeat.length) {
                        counts[sample - first] += ofBeat[inBeat] * factor;
                    }
                }
            }
        }
    }
}
