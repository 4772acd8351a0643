package org.ecgnet.format.aecg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.SampleText;
import org.ecgnet.format.xml.XmlElement;

/**
 * Leads of one series that begin together and are sampled alike. Mostly one sequence set; some systems write a set for
 * each lead, others a set for each quarter of a printed page, and what begins apart must not be laid side by side.
 *
 * @param time the sequence of the time, whose increment is the interval between samples
 * @param leads sequences with a lead's code
 */
record AecgStretch(XmlElement series, XmlElement time, List<XmlElement> leads) {

    AecgStretch {
        leads = List.copyOf(leads);
    }

    /** @param step increment of time with its unit */
    private record Start(String head, String step) {}

    static String code(XmlElement element) {
        return element.at("code").map(code -> code.attribute("code")).orElse("");
    }

    /** All stretches of a series that have leads, in the order of the document. */
    static List<AecgStretch> of(XmlElement series) {
        Map<Start, AecgStretch> found = new LinkedHashMap<>();
        series.all("component").stream()
                .flatMap(component -> component.all("sequenceSet").stream())
                .forEach(set -> add(series, set, found));
        return List.copyOf(found.values());
    }

    private static void add(XmlElement series, XmlElement set, Map<Start, AecgStretch> found) {
        List<XmlElement> sequences = set.all("component").stream()
                .flatMap(component -> component.all("sequence").stream())
                .toList();
        List<XmlElement> leads = sequences.stream()
                .filter(sequence -> CartNames.leadOf(code(sequence)).isPresent())
                .toList();
        if (leads.isEmpty()) {
            return;
        }
        XmlElement time = sequences.stream()
                .filter(sequence -> code(sequence).startsWith("TIME_"))
                .filter(sequence -> sequence.at("value", "increment").isPresent())
                .findFirst()
                .orElseThrow(() -> new RefusedFile(Refusal.NO_UNITS, "no increment of time"));
        Start start = new Start(attribute(time, "head", "value"), step(time));
        List<XmlElement> together = new ArrayList<>();
        Optional.ofNullable(found.get(start)).ifPresent(before -> together.addAll(before.leads));
        together.addAll(leads);
        found.put(start, new AecgStretch(series, time, together));
    }

    private static String step(XmlElement time) {
        return attribute(time, "increment", "value") + ' ' + attribute(time, "increment", "unit");
    }

    private static String attribute(XmlElement sequence, String part, String attribute) {
        return sequence.at("value", part).map(one -> one.attribute(attribute)).orElse("");
    }

    /** The time of the first sample, where the file tells it by the clock. */
    Optional<String> absoluteStart() {
        return code(time).equals("TIME_ABSOLUTE") ? Optional.of(attribute(time, "head", "value")) : Optional.empty();
    }

    Waveform waveform() {
        CartWaveform waveform = new CartWaveform();
        for (XmlElement sequence : leads) {
            XmlElement value = sequence.at("value")
                    .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "a lead without values"));
            CartNames.leadOf(code(sequence))
                    .ifPresent(lead -> waveform.add(lead, scale(value), SampleText.wholes(value.textAt("digits"))));
        }
        return waveform.at(rate());
    }

    private SampleRate rate() {
        double seconds =
                switch (attribute(time, "increment", "unit")) {
                    case "s" -> 1;
                    case "ms" -> 1e-3;
                    case "us" -> 1e-6;
                    case "ns" -> 1e-9;
                    default -> throw new RefusedFile(Refusal.NO_UNITS, "unit of the increment is none that is known");
                };
        return CartWaveform.rate(1 / (SampleText.decimal(attribute(time, "increment", "value")) * seconds));
    }

    private static LeadScale scale(XmlElement value) {
        double perCount = microvolts(value, "scale");
        double atZero = value.at("origin").isEmpty() ? 0 : microvolts(value, "origin");
        return CartWaveform.scale(perCount, atZero);
    }

    private static double microvolts(XmlElement value, String what) {
        XmlElement quantity =
                value.at(what).orElseThrow(() -> new RefusedFile(Refusal.NO_UNITS, "a lead without its " + what));
        return SampleText.decimal(quantity.attribute("value")) * CartWaveform.microvoltsOf(quantity.attribute("unit"));
    }
}
