package org.ecgnet.format.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.SampleText;

/** Channels sampled together (PS3.3, section C.10.9). */
final class MultiplexGroup {

    private static final int ORIGINALITY = 0x003A_0004;
    private static final int LABEL = 0x003A_0020;
    private static final int CHANNELS = 0x003A_0005;
    private static final int SAMPLES = 0x003A_0010;
    private static final int FREQUENCY = 0x003A_001A;
    private static final int DEFINITIONS = 0x003A_0200;
    private static final int DATA = 0x5400_1010;
    private static final int PADDING = 0x5400_100A;

    private final DataSet group;
    private final List<ChannelDefinition> definitions;
    private final int samples;
    private final SampleRate rate;

    private MultiplexGroup(DataSet group, List<ChannelDefinition> definitions, int samples, SampleRate rate) {
        this.group = group;
        this.definitions = List.copyOf(definitions);
        this.samples = samples;
        this.rate = rate;
    }

    /** True for a group that was measured and not computed, with at least one channel of a lead. */
    static boolean measured(DataSet group) {
        String label = group.text(LABEL).toUpperCase(Locale.ROOT);
        boolean beat = label.contains("MEDIAN") || label.contains("REPRESENTATIVE") || label.contains("AVERAGE");
        return !beat
                && !group.text(ORIGINALITY).equals("DERIVED")
                && definitions(group).stream()
                        .anyMatch(channel -> channel.lead().isPresent());
    }

    private static List<ChannelDefinition> definitions(DataSet group) {
        return group.items(DEFINITIONS).stream().map(ChannelDefinition::new).toList();
    }

    static MultiplexGroup of(DataSet group) {
        long channels = group.number(CHANNELS);
        long samples = group.number(SAMPLES);
        if (channels < 1 || samples < 1) {
            throw new RefusedFile(Refusal.DAMAGED, "a group without its number of channels or samples");
        }
        CartWaveform.fits(channels, samples);
        List<ChannelDefinition> definitions = definitions(group);
        if (definitions.size() != channels) {
            throw new RefusedFile(
                    Refusal.DAMAGED, definitions.size() + " channel definitions for " + channels + " channels");
        }
        SampleRate rate = CartWaveform.rate(SampleText.decimal(group.text(FREQUENCY)));
        return new MultiplexGroup(group, definitions, (int) samples, rate);
    }

    int leads() {
        return (int) definitions.stream()
                .filter(channel -> channel.lead().isPresent())
                .count();
    }

    double seconds() {
        return samples / (double) rate.hertz();
    }

    Waveform waveform() {
        SampleForm form = SampleForm.of(group);
        byte[] data = data(form);
        OptionalInt padding = padding(form);
        CartWaveform waveform = new CartWaveform();
        for (int channel = 0; channel < definitions.size(); channel++) {
            Optional<Lead> lead = definitions.get(channel).lead();
            if (lead.isPresent()) {
                LeadScale scale = definitions.get(channel).scale();
                int[] counts = counts(form, data, channel);
                for (int sample = 0; padding.isPresent() && sample < samples; sample++) {
                    counts[sample] = counts[sample] == padding.getAsInt() ? scale.baselineCounts() : counts[sample];
                }
                waveform.add(lead.get(), scale, counts);
            }
        }
        return waveform.at(rate);
    }

    /** Where a channel holds padding, nothing was measured. */
    UnitMarks marks() {
        SampleForm form = SampleForm.of(group);
        OptionalInt padding = padding(form);
        if (padding.isEmpty()) {
            return UnitMarks.NONE;
        }
        byte[] data = data(form);
        List<LeadOff> off = new ArrayList<>();
        for (int channel = 0; channel < definitions.size(); channel++) {
            Optional<Lead> lead = definitions.get(channel).lead();
            if (lead.isPresent()) {
                runs(lead.get(), counts(form, data, channel), padding.getAsInt(), off);
            }
        }
        return new UnitMarks(off, List.of(), List.of(), List.of());
    }

    private static void runs(Lead lead, int[] counts, int padding, List<LeadOff> off) {
        int from = -1;
        for (int sample = 0; sample <= counts.length; sample++) {
            boolean padded = sample < counts.length && counts[sample] == padding;
            if (padded && from < 0) {
                from = sample;
            } else if (!padded && from >= 0) {
                off.add(new LeadOff(lead, from, sample));
                from = -1;
            }
        }
    }

    private OptionalInt padding(SampleForm form) {
        return group.bytes(PADDING)
                .filter(value -> value.length >= form.bytes())
                .map(value -> OptionalInt.of(form.at(value, 0)))
                .orElse(OptionalInt.empty());
    }

    private byte[] data(SampleForm form) {
        byte[] data = group.bytes(DATA).orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no waveform data"));
        if (data.length < (long) form.bytes() * definitions.size() * samples) {
            throw new RefusedFile(Refusal.DAMAGED, "fewer samples than the group says");
        }
        return data;
    }

    private int[] counts(SampleForm form, byte[] data, int channel) {
        int[] counts = new int[samples];
        for (int sample = 0; sample < samples; sample++) {
            counts[sample] = form.at(data, sample * definitions.size() + channel);
        }
        return counts;
    }
}
