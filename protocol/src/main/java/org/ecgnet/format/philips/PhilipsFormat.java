package org.ecgnet.format.philips;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartPatient;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.XmlElement;
import org.ecgnet.format.xml.XmlFormat;

/** Philips Sierra ECG XML. */
public final class PhilipsFormat extends XmlFormat {

    private static final Pattern KNOWN_VERSIONS = Pattern.compile("1\\.0[34](\\.\\d{1,2})?");

    public PhilipsFormat() {
        super("Philips XML", "restingecgdata");
    }

    @Override
    protected CartRecording recording(XmlElement root) {
        XmlElement acquisition =
                root.first("dataacquisition").orElseThrow(() -> new RefusedFile(Refusal.DAMAGED, "no dataacquisition"));
        String version = root.textAt("documentinfo", "documentversion");
        if (!version.isEmpty() && !KNOWN_VERSIONS.matcher(version).matches()) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "a version of the format other than 1.03 and 1.04");
        }
        XmlElement signal = acquisition
                .first("signalcharacteristics")
                .orElseThrow(() -> new RefusedFile(Refusal.NO_UNITS, "no signalcharacteristics"));
        XmlElement waveforms = root.first("parsedwaveforms")
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no parsedwaveforms"));
        return new CartRecording(
                new PhilipsSignal(signal, waveforms).waveform(),
                UnitMarks.NONE,
                recordedAt(acquisition),
                patient(root),
                acquisition.textAt("machine"),
                acquisition.textAt("acquirer", "operatorid"));
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
