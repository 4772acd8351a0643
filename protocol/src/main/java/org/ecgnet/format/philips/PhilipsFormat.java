package org.ecgnet.format.philips;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.format.cart.CartFormat;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartPatient;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.BoundedXml;
import org.ecgnet.format.xml.SampleText;
import org.ecgnet.format.xml.XmlElement;

/** Philips Sierra ECG XML. */
public final class PhilipsFormat implements CartFormat {

    private static final String ROOT = "restingecgdata";
    private static final int MOST_LEADS = 32;

    @Override
    public String name() {
        return "Philips XML";
    }

    @Override
    public boolean claims(byte[] file) {
        return BoundedXml.opens(file, ROOT);
    }

    @Override
    public CartRecording read(byte[] file) {
        XmlElement root = BoundedXml.read(file)
                .filter(element -> element.name().equals(ROOT))
                .orElseThrow(() -> new RefusedFile(Refusal.DAMAGED, "no well-formed XML"));
        XmlElement acquisition =
                root.first("dataacquisition").orElseThrow(() -> new RefusedFile(Refusal.DAMAGED, "no dataacquisition"));
        XmlElement signal = acquisition
                .first("signalcharacteristics")
                .orElseThrow(() -> new RefusedFile(Refusal.NO_UNITS, "no signalcharacteristics"));
        SampleRate rate = CartWaveform.rate(SampleText.decimal(signal.textAt("samplingrate")));
        return new CartRecording(
                waveform(root, signal, rate).at(rate),
                UnitMarks.NONE,
                recordedAt(acquisition),
                patient(root),
                acquisition.textAt("machine"),
                acquisition.textAt("acquirer", "operatorid"));
    }

    private static CartWaveform waveform(XmlElement root, XmlElement signal, SampleRate rate) {
        XmlElement waveforms = root.first("parsedwaveforms")
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no parsedwaveforms"));
        LeadScale scale = scale(signal);
        List<Optional<Lead>> labels = labels(waveforms, signal);
        List<int[]> stored = stored(waveforms, labels.size(), rate);
        if (stored.size() != labels.size()) {
            throw new RefusedFile(Refusal.DAMAGED, stored.size() + " leads for " + labels.size() + " labels");
        }
        completeLimbs(labels, stored);
        CartWaveform waveform = new CartWaveform();
        for (int lead = 0; lead < stored.size(); lead++) {
            int[] counts = stored.get(lead);
            labels.get(lead).ifPresent(name -> waveform.add(name, scale, counts));
        }
        return waveform;
    }

    /** Microvolts a count; the sign and width of the numbers are those that this reader knows, or none. */
    private static LeadScale scale(XmlElement signal) {
        String resolution = signal.at("signalresolution")
                .or(() -> signal.at("resolution"))
                .map(XmlElement::text)
                .orElse("");
        String bits = signal.textAt("bitspersample");
        String offset = signal.textAt("signaloffset");
        if (!bits.isEmpty() && !bits.equals("16")
                || signal.textAt("signalsigned").toLowerCase(Locale.ROOT).equals("false")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples other than 16 bits with a sign");
        }
        double perCount = SampleText.decimal(resolution);
        return CartWaveform.scale(perCount, offset.isEmpty() ? 0 : -SampleText.decimal(offset) * perCount);
    }

    private static List<Optional<Lead>> labels(XmlElement waveforms, XmlElement signal) {
        List<Optional<Lead>> labels = new ArrayList<>();
        String told = waveforms.attribute("leadlabels");
        if (!told.isEmpty()) {
            int most = count(waveforms.attribute("numberofleads"), MOST_LEADS);
            for (String label : told.split("\\s+", -1)) {
                if (labels.size() < most) {
                    labels.add(CartNames.leadOf(label));
                }
            }
            return labels;
        }
        String set = signal.textAt("acquisitiontype");
        int count = count(signal.textAt("numberchannelsallocated"), 0);
        if (!set.equals("STD-12") && !set.equals("10-WIRE") || count != Lead.STANDARD_12.size()) {
            throw new RefusedFile(Refusal.NO_LEADS, "neither labels nor the standard twelve");
        }
        Lead.STANDARD_12.forEach(lead -> labels.add(Optional.of(lead)));
        return labels;
    }

    private static int count(String text, int otherwise) {
        return text.matches("\\d{1,2}") ? Math.min(MOST_LEADS, Integer.parseInt(text)) : otherwise;
    }

    private static List<int[]> stored(XmlElement waveforms, int leads, SampleRate rate) {
        if (!waveforms.attribute("dataencoding").equalsIgnoreCase("Base64")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples in an encoding other than Base64");
        }
        double millis = SampleText.decimal(waveforms.attribute("durationperchannel"));
        long samples = Math.round(millis * rate.hertz() / 1000);
        CartWaveform.fits(leads, samples);
        byte[] bytes = SampleText.base64(waveforms.text());
        String method = waveforms.attribute("compressmethod").isEmpty()
                ? waveforms.attribute("compression")
                : waveforms.attribute("compressmethod");
        boolean packed = !waveforms.attribute("compressflag").equalsIgnoreCase("False");
        if (packed && method.equalsIgnoreCase("XLI")) {
            return Xli.leads(bytes, (int) samples, leads);
        }
        if (packed && !method.isEmpty() && !method.equalsIgnoreCase("Uncompressed")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "a compression other than XLI");
        }
        return plain(SampleText.littleEndian16(bytes), leads, (int) samples);
    }

    private static List<int[]> plain(int[] all, int leads, int samples) {
        if (all.length < leads * (long) samples) {
            throw new RefusedFile(Refusal.DAMAGED, "fewer samples than the duration says");
        }
        List<int[]> stored = new ArrayList<>();
        for (int lead = 0; lead < leads; lead++) {
            stored.add(java.util.Arrays.copyOfRange(all, lead * samples, (lead + 1) * samples));
        }
        return stored;
    }

    /** III, aVR, aVL and aVF are stored as their difference from what I and II say, halves rounded down. */
    private static void completeLimbs(List<Optional<Lead>> labels, List<int[]> stored) {
        boolean standard = labels.size() >= 6;
        for (int lead = 0; standard && lead < 6; lead++) {
            standard = labels.get(lead).equals(Optional.of(Lead.STANDARD_12.get(lead)));
        }
        if (!standard) {
            return;
        }
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

    private static CartTime recordedAt(XmlElement acquisition) {
        try {
            LocalDate day = LocalDate.parse(acquisition.attribute("date"));
            return CartTime.local(LocalDateTime.of(day, LocalTime.parse(acquisition.attribute("time"))));
        } catch (DateTimeException e) {
            throw new RefusedFile(Refusal.NO_TIME, "dataacquisition has no date or time");
        }
    }

    private static CartPatient patient(XmlElement root) {
        Optional<XmlElement> general = root.first("generalpatientdata");
        String years = general.map(one -> one.textAt("age", "years")).orElse("");
        return new CartPatient(
                general.map(one -> one.textAt("name", "lastname") + " " + one.textAt("name", "firstname")),
                general.map(one -> one.textAt("patientid")),
                CartNames.sexOf(general.map(one -> one.textAt("sex")).orElse("")),
                birth(general.flatMap(one -> one.first("dateofbirth"))
                        .map(XmlElement::text)
                        .orElse("")),
                years.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(years)) : OptionalInt.empty());
    }

    private static Optional<LocalDate> birth(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
