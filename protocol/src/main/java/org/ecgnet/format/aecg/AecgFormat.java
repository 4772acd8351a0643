package org.ecgnet.format.aecg;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartPatient;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.XmlElement;
import org.ecgnet.format.xml.XmlFormat;

/** HL7 aECG. */
public final class AecgFormat extends XmlFormat {

    public AecgFormat() {
        super("HL7 aECG", "AnnotatedECG");
    }

    /** Of several stretches the one of the most leads; of such the first. */
    @Override
    protected CartRecording recording(XmlElement root) {
        List<AecgStretch> stretches = root.below("series").stream()
                .filter(series -> AecgStretch.code(series).equals("RHYTHM"))
                .flatMap(series -> AecgStretch.of(series).stream())
                .toList();
        AecgStretch chosen = stretches.stream()
                .max(Comparator.<AecgStretch>comparingInt(
                        stretch -> stretch.leads().size()))
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no series of rhythm with leads"));
        XmlElement series = chosen.series();
        return new CartRecording(
                chosen.waveform(),
                UnitMarks.NONE,
                recordedAt(root, chosen),
                patient(root),
                series.textAt("author", "seriesAuthor", "manufacturedSeriesDevice", "manufacturerModelName"),
                series.textAt("secondaryPerformer", "seriesPerformer", "assignedPerson", "name"));
    }

    /** The series' own time, the time of its first sample, or the document's. */
    private static CartTime recordedAt(XmlElement root, AecgStretch stretch) {
        Stream<Optional<String>> places = Stream.of(
                value(stretch.series().at("effectiveTime", "low")),
                value(stretch.series().at("effectiveTime", "center")),
                stretch.absoluteStart(),
                value(root.at("effectiveTime", "low")),
                value(root.at("effectiveTime", "center")),
                value(root.at("effectiveTime")));
        return places.flatMap(Optional::stream)
                .flatMap(stamp -> Hl7Time.of(stamp).stream())
                .findFirst()
                .orElseThrow(() -> new RefusedFile(Refusal.NO_TIME, "no time of the recording"));
    }

    private static Optional<String> value(Optional<XmlElement> place) {
        return place.map(element -> element.attribute("value"));
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
                person.flatMap(one -> one.at("birthTime")).flatMap(birth -> CartNames.date(birth.attribute("value"))),
                OptionalInt.empty());
    }

    /** A name as one text or in parts. */
    private static String words(XmlElement name) {
        StringBuilder words = new StringBuilder(name.text().strip());
        name.children().forEach(part -> words.append(' ').append(part.text().strip()));
        return words.toString().strip();
    }
}
