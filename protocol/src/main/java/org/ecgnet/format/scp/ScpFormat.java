package org.ecgnet.format.scp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartFormat;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** SCP-ECG. */
public final class ScpFormat implements CartFormat {

    private static final int LEAST_BYTES = 32;
    private static final int MARK_AT = 16;
    private static final byte[] MARK = {'S', 'C', 'P', 'E', 'C', 'G'};

    @Override
    public String name() {
        return "SCP-ECG";
    }

    /** By the word in the header of section 0, or, for files before edition 1.3, by the size that the file states. */
    @Override
    public boolean claims(byte[] file) {
        int end = MARK_AT + MARK.length;
        if (file.length < LEAST_BYTES) {
            return false;
        }
        LittleEndian whole = new LittleEndian(file, 0);
        return Arrays.equals(file, MARK_AT, end, MARK, 0, MARK.length)
                || whole.u32(2) == file.length
                        && whole.u16(8) == 0
                        && whole.u32(10) < file.length
                        && whole.u16(0) != 0
                        && whole.u16(0) == ScpSections.crc(file, 2, file.length);
    }

    @Override
    public CartRecording read(byte[] file) {
        ScpSections sections = new ScpSections(file);
        ScpHeader header = new ScpHeader(
                sections.section(1).orElseThrow(() -> new RefusedFile(Refusal.DAMAGED, "section 1 is not there")));
        ScpLeads leads = ScpLeads.of(
                sections.section(3).orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "section 3 is not there")));
        Waveform waveform = sections.section(6).isPresent() ? rhythm(sections, leads) : LongRhythm.of(sections, leads);
        return new CartRecording(
                waveform, UnitMarks.NONE, header.recordedAt(), header.patient(), header.device(), header.operator());
    }

    /** Sections 2 to 6. */
    private static Waveform rhythm(ScpSections sections, ScpLeads leads) {
        LittleEndian section =
                sections.section(6).orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "section 6 is not there"));
        Optional<HuffmanTables> tables = HuffmanTables.of(sections.section(2));
        if (ScpSignals.bimodal(section)) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "bimodal compression, which throws samples away");
        }
        ScpSignals rhythm = ScpSignals.of(section, tables, leads.samples());
        if (leads.beatSubtracted()) {
            addBeat(sections, tables, leads, rhythm);
        }
        LeadScale scale = ScpSignals.scale(rhythm.nanovoltsPerCount());
        List<ScpLeads.Place> together = leads.together();
        int first = ScpLeads.first(together);
        int end = ScpLeads.end(together);
        CartWaveform waveform = new CartWaveform();
        for (int lead = 0; lead < leads.places().size(); lead++) {
            ScpLeads.Place place = leads.places().get(lead);
            int[] counts = rhythm.counts().get(lead);
            if (together.contains(place)) {
                int[] part = Arrays.copyOfRange(counts, first - place.first(), end - place.first());
                place.lead().ifPresent(name -> waveform.add(name, scale, part));
            }
        }
        return waveform.at(CartWaveform.rate(1e6 / rhythm.intervalMicros()));
    }

    private static void addBeat(
            ScpSections sections, Optional<HuffmanTables> tables, ScpLeads leads, ScpSignals rhythm) {
        Optional<LittleEndian> beats = sections.section(4);
        Optional<LittleEndian> beat = sections.section(5);
        if (beats.isEmpty() || beat.isEmpty()) {
            throw new RefusedFile(Refusal.DAMAGED, "a beat was subtracted that is not there");
        }
        ReferenceBeat.of(beats.get(), beat.get(), tables, leads.places().size()).addTo(rhythm, leads.places());
    }
}
