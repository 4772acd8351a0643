package org.ecgnet.format.cardiosoft;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartPatient;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.SampleText;
import org.ecgnet.format.xml.XmlElement;
import org.ecgnet.format.xml.XmlFormat;

/** CardioSoft XML. */
public final class CardioSoftFormat extends XmlFormat {

    public CardioSoftFormat() {
        super("CardioSoft XML", "CardiologyXML");
    }

    @Override
    protected CartRecording recording(XmlElement root) {
        XmlElement strip = root.first("StripData")
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no StripData: a report, or a beat alone"));
        return new CartRecording(
                waveform(strip),
                UnitMarks.NONE,
                recordedAt(root),
                patient(root),
                root.first("DeviceInfo").map(device -> device.textAt("Desc")).orElse(""),
                "");
    }

    private static Waveform waveform(XmlElement strip) {
        if (!unit(strip, "SampleRate", "Hz") || !unit(strip, "Resolution", "uVperLsb")) {
            throw new RefusedFile(Refusal.NO_UNITS, "rate or resolution in units other than Hz and uVperLsb");
        }
        LeadScale scale = CartWaveform.scale(SampleText.decimal(strip.textAt("Resolution")), 0);
        CartWaveform waveform = new CartWaveform();
        for (XmlElement data : strip.all("WaveformData")) {
            CartNames.leadOf(data.attribute("lead"))
                    .ifPresent(lead -> waveform.add(lead, scale, SampleText.wholes(data.text())));
        }
        return waveform.at(CartWaveform.rate(SampleText.decimal(strip.textAt("SampleRate"))));
    }

    private static boolean unit(XmlElement strip, String element, String unit) {
        return strip.at(element)
                .map(one -> one.attribute("units").equalsIgnoreCase(unit))
                .orElse(false);
    }

    private static CartTime recordedAt(XmlElement root) {
        Optional<XmlElement> at = root.at("ObservationDateTime");
        return at.flatMap(CardioSoftFormat::day)
                .flatMap(day -> at.flatMap(
                        time -> CartTime.of(day, part(time, "Hour"), part(time, "Minute"), part(time, "Second"))))
                .orElseThrow(() -> new RefusedFile(Refusal.NO_TIME, "no ObservationDateTime"));
    }

    private static Optional<LocalDate> day(XmlElement at) {
        return CartNames.date(part(at, "Year"), part(at, "Month"), part(at, "Day"));
    }

    /** -1 for a part that is not there. */
    private static int part(XmlElement at, String name) {
        String text = at.textAt(name);
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }

    private static CartPatient patient(XmlElement root) {
        Optional<XmlElement> patient = root.first("PatientInfo");
        Optional<XmlElement> age = patient.flatMap(one -> one.at("Age"))
                .filter(one -> one.attribute("units").equalsIgnoreCase("Years"))
                .filter(one -> one.text().strip().matches("\\d{1,3}"));
        return new CartPatient(
                patient.map(one -> one.textAt("Name", "FamilyName") + " " + one.textAt("Name", "GivenName")),
                patient.map(one -> one.textAt("PID")),
                CartNames.sexOf(patient.map(one -> one.textAt("Gender")).orElse("")),
                patient.flatMap(one -> one.at("BirthDateTime")).flatMap(CardioSoftFormat::day),
                age.map(one -> OptionalInt.of(Integer.parseInt(one.text().strip())))
                        .orElse(OptionalInt.empty()));
    }
}
