package org.ecgnet.format.philips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.ecgnet.format.xml.XmlElement;

/** The samples of a document with what it says of them, in one element or the other. */
final class PhilipsSignal {

    private static final int MOST_LEADS = 32;
    private static final List<Lead> LIMBS = Lead.STANDARD_12.subList(0, 6);

    private final XmlElement signal;
    private final XmlElement waveforms;
    private final SampleRate rate;
    private final LeadScale scale;
    private final List<Optional<Lead>> labels;

    /**
     * @param signal the element signalcharacteristics
     * @param waveforms the element parsedwaveforms
     */
    PhilipsSignal(XmlElement signal, XmlElement waveforms) {
        this.signal = signal;
        this.waveforms = waveforms;
        this.rate = CartWaveform.rate(SampleText.decimal(told("samplingrate", "samplespersecond")));
        this.scale = scale();
        this.labels = labels();
    }

    /**
     * The leads. III, aVR, aVL and aVF follow from I and II, and whether a document that is not packed holds them whole
     * or as what remains beside I and II is known of none: there they are left out, and computed like any cart's.
     */
    Waveform waveform() {
        boolean xli = packed();
        List<int[]> stored = xli ? unpacked() : plain();
        if (stored.isEmpty() || stored.size() != labels.size()) {
            throw new RefusedFile(Refusal.DAMAGED, stored.size() + " leads for " + labels.size() + " labels");
        }
        boolean standard = labels.size() >= 6
                && labels.subList(0, 6).stream()
                        .flatMap(Optional::stream)
                        .toList()
                        .equals(LIMBS);
        if (xli && standard) {
            completeLimbs(stored);
        }
        int length = new CalibrationMark(rate, scale).begins(stored);
        CartWaveform waveform = new CartWaveform();
        for (int lead = 0; lead < stored.size(); lead++) {
            int[] counts = Arrays.copyOf(stored.get(lead), length);
            labels.get(lead)
                    .filter(name -> xli && standard || !name.derived())
                    .ifPresent(name -> waveform.add(name, scale, counts));
        }
        return waveform.at(rate);
    }

    /** An element of the one or an attribute of the other; both where both are there. */
    private String told(String element, String attribute) {
        String one = signal.textAt(element);
        String other = waveforms.attribute(attribute);
        if (!one.isEmpty() && !other.isEmpty() && SampleText.decimal(one) != SampleText.decimal(other)) {
            throw new RefusedFile(Refusal.NO_UNITS, element + " is told twice, differently");
        }
        return one.isEmpty() ? other : one;
    }

    /** Microvolts a count; the sign and width of the numbers are those that this reader knows, or none. */
    private LeadScale scale() {
        String bits = told("bitspersample", "bitspersample");
        if (!bits.isEmpty() && SampleText.decimal(bits) != 16
                || signal.textAt("signalsigned").toLowerCase(Locale.ROOT).equals("false")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples other than 16 bits with a sign");
        }
        String resolution = signal.textAt("signalresolution");
        double perCount = SampleText.decimal(resolution.isEmpty() ? told("resolution", "resolution") : resolution);
        String offset = signal.textAt("signaloffset");
        return CartWaveform.scale(perCount, offset.isEmpty() ? 0 : -SampleText.decimal(offset) * perCount);
    }

    private List<Optional<Lead>> labels() {
        List<Optional<Lead>> all = new ArrayList<>();
        String told = waveforms.attribute("leadlabels");
        if (!told.isEmpty()) {
            int most = count(waveforms.attribute("numberofleads"), MOST_LEADS);
            for (String label : told.split("\\s+", -1)) {
                if (all.size() < most) {
                    all.add(CartNames.leadOf(label));
                }
            }
            return all;
        }
        String set = signal.textAt("acquisitiontype");
        int count = count(signal.textAt("numberchannelsallocated"), 0);
        if (!set.equals("STD-12") && !set.equals("10-WIRE") || count != Lead.STANDARD_12.size()) {
            throw new RefusedFile(Refusal.NO_LEADS, "neither labels nor the standard twelve");
        }
        Lead.STANDARD_12.forEach(lead -> all.add(Optional.of(lead)));
        return all;
    }

    private static int count(String text, int otherwise) {
        return text.matches("\\d{1,2}") ? Math.min(MOST_LEADS, Integer.parseInt(text)) : otherwise;
    }

    private boolean packed() {
        String method = waveforms.attribute("compressmethod").isEmpty()
                ? waveforms.attribute("compression")
                : waveforms.attribute("compressmethod");
        boolean flagged = !waveforms.attribute("compressflag").equalsIgnoreCase("False");
        boolean xli = method.equalsIgnoreCase("XLI");
        if (flagged && !xli && !method.isEmpty() && !method.equalsIgnoreCase("Uncompressed")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "a compression other than XLI");
        }
        return flagged && xli;
    }

    /** Of each lead. */
    private int samples() {
        double millis = SampleText.decimal(waveforms.attribute("durationperchannel"));
        long samples = Math.round(millis * rate.hertz() / 1000);
        CartWaveform.fits(labels.size(), samples);
        return (int) samples;
    }

    private List<int[]> unpacked() {
        if (!encoding("Base64")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples in an encoding other than Base64");
        }
        return Xli.leads(SampleText.base64(waveforms.text()), samples(), labels.size());
    }

    private List<int[]> plain() {
        int samples = samples();
        int[] all;
        if (encoding("Base64")) {
            all = SampleText.littleEndian16(SampleText.base64(waveforms.text()));
        } else if (encoding("Plain")) {
            all = SampleText.wholes(waveforms.text());
        } else {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples in an encoding other than Base64 and Plain");
        }
        if (all.length < labels.size() * (long) samples) {
            throw new RefusedFile(Refusal.DAMAGED, "fewer samples than the duration says");
        }
        List<int[]> stored = new ArrayList<>();
        for (int lead = 0; lead < labels.size(); lead++) {
            stored.add(Arrays.copyOfRange(all, lead * samples, (lead + 1) * samples));
        }
        return stored;
    }

    private boolean encoding(String name) {
        return waveforms.attribute("dataencoding").equalsIgnoreCase(name);
    }

    /** III, aVR, aVL and aVF are packed as their difference from what I and II say, halves rounded down. */
    private static void completeLimbs(List<int[]> stored) {
        int[] one = stored.get(0);
        int[] two = stored.get(1);
        for (int at = 0; at < one.length; at++) {
            int three = two[at] - one[at] - stored.get(2)[at];
            stored.get(2)[at] = three;
            stored.get(3)[at] = -stored.get(3)[at] - Math.floorDiv(one[at] + two[at], 2);
            stored.get(4)[at] = Math.floorDiv(one[at] - three, 2) - stored.get(4)[at];
            stored.get(5)[at] = Math.floorDiv(two[at] + three, 2) - stored.get(5)[at];
        }
    }
}
