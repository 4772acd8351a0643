package org.ecgnet.format.scp;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.format.cart.CartFormat;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** SCP-ECG. */
public final class ScpFormat implements CartFormat {

    private static final int LONG_RECORDING = 12;
    private static final int MARK_AT = 16;
    private static final byte[] MARK = {'S', 'C', 'P', 'E', 'C', 'G'};

    @Override
    public String name() {
        return "SCP-ECG";
    }

    /** By the word in the header of section 0, or, for files before edition 1.3, by the size that the file states. */
    @Override
    public boolean claims(byte[] file) {
        boolean marked = file.length >= MARK_AT + MARK.length;
        for (int at = 0; marked && at < MARK.length; at++) {
            marked = file[MARK_AT + at] == MARK[at];
        }
        if (marked || file.length < 32) {
            return marked;
        }
        LittleEndian whole = new LittleEndian(file, 0);
        return whole.u32(2) == file.length
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
        LittleEndian leadsSection =
                sections.section(3).orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "section 3 is not there"));
        if (sections.section(6).isEmpty() && sections.section(LONG_RECORDING).isPresent()) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "a long recording (section 12)");
        }
        LittleEndian rhythmSection =
                sections.section(6).orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "section 6 is not there"));
        Optional<HuffmanTables> tables = HuffmanTables.of(sections.section(2));
        ScpLeads leads = ScpLeads.of(leadsSection);
        ScpSignals rhythm = ScpSignals.of(
                rhythmSection,
                tables,
                leads.places().stream().mapToInt(ScpLeads.Place::samples).toArray());
        if (rhythm.bimodal()) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "bimodal compression");
        }
        if (leads.beatSubtracted()) {
            addBeat(sections, tables, leads, rhythm);
        }
        return new CartRecording(
                waveform(leads, rhythm).at(CartWaveform.rate(1e6 / rhythm.intervalMicros())),
                UnitMarks.NONE,
                header.recordedAt(),
                header.patient(),
                header.device(),
                header.operator());
    }

    private static void addBeat(
            ScpSections sections, Optional<HuffmanTables> tables, ScpLeads leads, ScpSignals rhythm) {
        Optional<LittleEndian> beats = sections.section(4);
        Optional<LittleEndian> beat = sections.section(5);
        if (beats.isEmpty() || beat.isEmpty()) {
            throw new RefusedFile(Refusal.DAMAGED, "a beat was subtracted that is not there");
        }
        if (leads.places().stream().anyMatch(place -> place.first() != 1)) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "a beat subtracted from leads that begin apart");
        }
        ReferenceBeat.of(beats.get(), beat.get(), tables, leads.places().size()).addTo(rhythm);
    }

    private static CartWaveform waveform(ScpLeads leads, ScpSignals rhythm) {
        List<ScpLeads.Place> places = leads.places();
        if (places.stream().map(ScpLeads.Place::first).distinct().count() > 1) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "leads recorded one after the other");
        }
        LeadScale scale = CartWaveform.scale(rhythm.nanovoltsPerCount() / 1000.0, 0);
        CartWaveform waveform = new CartWaveform();
        for (int lead = 0; lead < places.size(); lead++) {
            int[] counts = rhythm.counts().get(lead);
            places.get(lead).lead().ifPresent(name -> waveform.add(name, scale, counts));
        }
        return waveform;
    }
}
