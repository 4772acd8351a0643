package org.ecgnet.format.aecg;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
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

/** HL7 aECG. */
public final class AecgFormat implements CartFormat {

    private static final String ROOT = "AnnotatedECG";

    @Override
    public String name() {
        return "HL7 aECG";
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
        XmlElement series = root.below("series").stream()
                .filter(one -> code(one).equals("RHYTHM"))
                .findFirst()
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no series of rhythm"));
        List<XmlElement> sequences = series.all("component").stream()
                .flatMap(component -> component.all("sequenceSet").stream())
                .flatMap(set -> set.all("component").stream())
                .flatMap(component -> component.all("sequence").stream())
                .toList();
        return new CartRecording(
                waveform(sequences).at(rate(sequences)),
                UnitMarks.NONE,
                recordedAt(root, series, sequences),
                patient(root),
                series.textAt("author", "seriesAuthor", "manufacturedSeriesDevice", "manufacturerModelName"),
                series.textAt("secondaryPerformer", "seriesPerformer", "assignedPerson", "name"));
    }

    private static String code(XmlElement element) {
        return element.at("code").map(code -> code.attribute("code")).orElse("");
    }

    private static boolean ofTime(XmlElement sequence) {
        return code(sequence).startsWith("TIME_");
    }

    private static SampleRate rate(List<XmlElement> sequences) {
        XmlElement increment = sequences.stream()
                .filter(AecgFormat::ofTime)
                .flatMap(sequence -> sequence.at("value", "increment").stream())
                .findFirst()
                .orElseThrow(() -> new RefusedFile(Refusal.NO_UNITS, "no increment of time"));
        double seconds =
                switch (increment.attribute("unit")) {
                    case "s" -> 1;
                    case "ms" -> 1e-3;
                    case "us" -> 1e-6;
                    default -> throw new RefusedFile(Refusal.NO_UNITS, "unit of the increment is none that is known");
                };
        return CartWaveform.rate(1 / (SampleText.decimal(increment.attribute("value")) * seconds));
    }

    private static CartWaveform waveform(List<XmlElement> sequences) {
        CartWaveform waveform = new CartWaveform();
        for (XmlElement sequence : sequences) {
            Optional<Lead> lead = CartNames.leadOf(code(sequence));
            if (!ofTime(sequence) && lead.isPresent()) {
                XmlElement value = sequence.at("value")
                        .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "a lead without values"));
                waveform.add(lead.get(), scale(value), SampleText.wholes(value.textAt("digits")));
            }
        }
        return waveform;
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

    /** The series' own time, the time of its first sample, or the document's. */
    private static CartTime recordedAt(XmlElement root, XmlElement series, List<XmlElement> sequences) {
        Stream<Optional<XmlElement>> places = Stream.of(
                series.at("effectiveTime", "low"),
                series.at("effectiveTime", "center"),
                sequences.stream()
                        .filter(sequence -> code(sequence).equals("TIME_ABSOLUTE"))
                        .flatMap(sequence -> sequence.at("value", "head").stream())
                        .findFirst(),
                root.at("effectiveTime", "low"),
                root.at("effectiveTime", "center"),
                root.at("effectiveTime"));
        return places.flatMap(Optional::stream)
                .flatMap(place -> Hl7Time.of(place.attribute("value")).stream())
                .findFirst()
                .orElseThrow(() -> new RefusedFile(Refusal.NO_TIME, "no time of the recording"));
    }

    private static CartPatient patient(XmlElement root) {
        Optional<XmlElement> subject = root.first("trialSubject");
        Optional<XmlElement> person = root.first("subjectDemographicPerson");
        return new CartPatient(
                person.flatMap(one -> one.at("name")).map(AecgFormat::words),
                subject.flatMap(one -> one.at("id")).map(id -> id.attribute("extension")),
                person.flatMap(one -> one.at("administrativeGenderCode"))
                        .map(gender -> CartNames.sexOf(gender.attribute("code")))
                        .orElse(Sex.UNKNOWN),
                person.flatMap(one -> one.at("birthTime")).flatMap(birth -> day(birth.attribute("value"))),
                OptionalInt.empty());
    }

    /** A name as one text or in parts. */
    private static String words(XmlElement name) {
        StringBuilder words = new StringBuilder(name.text().strip());
        name.children().forEach(part -> words.append(' ').append(part.text().strip()));
        return words.toString().strip();
    }

    private static Optional<LocalDate> day(String stamp) {
        if (!stamp.matches("\\d{8}.*")) {
            return Optional.empty();
        }
        return CartNames.date(
                Integer.parseInt(stamp.substring(0, 4)),
                Integer.parseInt(stamp.substring(4, 6)),
                Integer.parseInt(stamp.substring(6, 8)));
    }
}
