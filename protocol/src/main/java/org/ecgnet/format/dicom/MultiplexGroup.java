package org.ecgnet.format.dicom;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.SampleText;

/** Channels sampled together (PS3.3, section C.10.9). */
final class MultiplexGroup {

    private static final int CHANNELS = 0x003A_0005;
    private static final int SAMPLES = 0x003A_0010;
    private static final int FREQUENCY = 0x003A_001A;
    private static final int DEFINITIONS = 0x003A_0200;
    private static final int SOURCE = 0x003A_0208;
    private static final int SENSITIVITY = 0x003A_0210;
    private static final int UNITS = 0x003A_0211;
    private static final int CORRECTION = 0x003A_0212;
    private static final int BASELINE = 0x003A_0213;
    private static final int CODE = 0x0008_0100;
    private static final int SCHEME = 0x0008_0102;
    private static final int MEANING = 0x0008_0104;
    private static final int BITS = 0x5400_1004;
    private static final int INTERPRETATION = 0x5400_1006;
    private static final int DATA = 0x5400_1010;

    private final DataSet group;
    private final int channels;
    private final int samples;
    private final SampleRate rate;

    private MultiplexGroup(DataSet group, int channels, int samples, SampleRate rate) {
        this.group = group;
        this.channels = channels;
        this.samples = samples;
        this.rate = rate;
    }

    static MultiplexGroup of(DataSet group) {
        long channels = group.number(CHANNELS);
        long samples = group.number(SAMPLES);
        CartWaveform.fits(channels, samples);
        return new MultiplexGroup(
                group, (int) channels, (int) samples, CartWaveform.rate(SampleText.decimal(group.text(FREQUENCY))));
    }

    double seconds() {
        return samples / (double) rate.hertz();
    }

    Waveform waveform() {
        if (group.number(BITS) != 16 || !group.text(INTERPRETATION).equals("SS")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples other than 16 bits with a sign");
        }
        byte[] data = group.bytes(DATA).orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no waveform data"));
        List<DataSet> definitions = group.items(DEFINITIONS);
        if (data.length < 2L * channels * samples || definitions.size() != channels) {
            throw new RefusedFile(Refusal.DAMAGED, "fewer samples or channel definitions than the group says");
        }
        CartWaveform waveform = new CartWaveform();
        for (int channel = 0; channel < channels; channel++) {
            DataSet definition = definitions.get(channel);
            Optional<Lead> lead = definition.item(SOURCE).flatMap(MultiplexGroup::lead);
            if (lead.isPresent()) {
                waveform.add(lead.get(), scale(definition), counts(data, channel));
            }
        }
        return waveform.at(rate);
    }

    private int[] counts(byte[] data, int channel) {
        int[] counts = new int[samples];
        for (int sample = 0; sample < samples; sample++) {
            int at = 2 * (sample * channels + channel);
            counts[sample] = data[at] & 0xFF | data[at + 1] << 8;
        }
        return counts;
    }

    /** By code, {@code 5.6.3-9-1} of SCP-ECG or {@code 2:1} of MDC for lead I, or by meaning. */
    private static Optional<Lead> lead(DataSet source) {
        String code = source.text(CODE);
        boolean numbered = source.text(SCHEME).equals("SCPECG") && code.matches("5\\.6\\.3-9-\\d{1,3}")
                || source.text(SCHEME).equals("MDC") && code.matches("2:\\d{1,3}");
        Optional<Lead> byNumber =
                numbered ? CartNames.leadOf(Integer.parseInt(code.replaceFirst(".*[-:]", ""))) : Optional.empty();
        return byNumber.isPresent()
                ? byNumber
                : CartNames.leadOf(code).or(() -> CartNames.leadOf(source.text(MEANING)));
    }

    private static LeadScale scale(DataSet definition) {
        String unit = definition.item(UNITS).map(units -> units.text(CODE)).orElse("");
        if (unit.isEmpty() || definition.text(SENSITIVITY).isEmpty()) {
            throw new RefusedFile(Refusal.NO_UNITS, "a channel without sensitivity or unit");
        }
        double microvolts = CartWaveform.microvoltsOf(unit);
        double correction = or(definition.text(CORRECTION), 1);
        double perCount = SampleText.decimal(definition.text(SENSITIVITY)) * correction * microvolts;
        return CartWaveform.scale(perCount, or(definition.text(BASELINE), 0) * microvolts);
    }

    private static double or(String text, double otherwise) {
        return text.isEmpty() ? otherwise : SampleText.decimal(text);
    }
}
