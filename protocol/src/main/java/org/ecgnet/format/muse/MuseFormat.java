package org.ecgnet.format.muse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.SampleRate;
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

/** MUSE XML. */
public final class MuseFormat extends XmlFormat {

    private static final int LEAST_SECONDS = 4;

    public MuseFormat() {
        super("MUSE XML", "RestingECG");
    }

    @Override
    protected CartRecording recording(XmlElement root) {
        XmlElement rhythm = rhythm(root);
        SampleRate rate = rate(rhythm);
        long beginnings = rhythm.all("LeadData").stream()
                .map(data -> data.textAt("LeadOffsetFirstSample"))
                .distinct()
                .count();
        if (beginnings > 1) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "leads recorded one after the other");
        }
        CartWaveform waveform = new CartWaveform();
        List<LeadOff> off = new ArrayList<>();
        for (XmlElement data : rhythm.all("LeadData")) {
            CartNames.leadOf(data.textAt("LeadID")).ifPresent(lead -> add(lead, data, waveform, off));
        }
        return new CartRecording(
                longEnough(waveform.at(rate), rhythm),
                new UnitMarks(off, List.of(), List.of(), List.of()),
                recordedAt(root),
                patient(root),
                root.textAt("TestDemographics", "AcquisitionDevice"),
                root.textAt("TestDemographics", "AcquisitionTechID"));
    }

    private static void add(Lead lead, XmlElement data, CartWaveform waveform, List<LeadOff> off) {
        String size = data.textAt("LeadSampleSize");
        if (!size.isEmpty() && !size.equals("2")) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples of " + size.length() + " digits' size, not 2 bytes");
        }
        int[] counts = SampleText.littleEndian16(SampleText.base64(data.textAt("WaveFormData")));
        String told = data.textAt("LeadSampleCountTotal");
        if (!told.isEmpty() && SampleText.decimal(told) != counts.length) {
            throw new RefusedFile(Refusal.DAMAGED, counts.length + " samples of a lead, not as many as it says");
        }
        double perCount = SampleText.decimal(data.textAt("LeadAmplitudeUnitsPerBit"))
                * CartWaveform.microvoltsOf(data.textAt("LeadAmplitudeUnits"));
        waveform.add(lead, CartWaveform.scale(perCount, 0), counts);
        if (data.textAt("LeadOff").equalsIgnoreCase("TRUE") && counts.length > 0) {
            off.add(new LeadOff(lead, 0, counts.length));
        }
    }

    /** The waveform of type Rhythm, or a lone one that tells no type. */
    private static XmlElement rhythm(XmlElement root) {
        List<XmlElement> all = root.all("Waveform");
        return all.stream()
                .filter(one -> type(one).equalsIgnoreCase("Rhythm") || type(one).isEmpty() && all.size() == 1)
                .findFirst()
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, "no waveform of type Rhythm"));
    }

    private static String type(XmlElement waveform) {
        return waveform.textAt("WaveformType");
    }

    /** What tells no type may be the averaged beat, which is short. */
    private static Waveform longEnough(Waveform waveform, XmlElement rhythm) {
        if (type(rhythm).isEmpty()
                && waveform.length() < LEAST_SECONDS * waveform.rate().hertz()) {
            throw new RefusedFile(Refusal.NO_WAVEFORM, "a short waveform without a type: a beat alone");
        }
        return waveform;
    }

    private static SampleRate rate(XmlElement rhythm) {
        double base = SampleText.decimal(rhythm.textAt("SampleBase"));
        String exponent = rhythm.textAt("SampleExponent");
        return CartWaveform.rate(base * Math.pow(10, exponent.isEmpty() ? 0 : SampleText.decimal(exponent)));
    }

    /** Month, day, year, in that order. */
    private static Optional<LocalDate> day(String text) {
        if (!text.matches("\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}")) {
            return Optional.empty();
        }
        String[] parts = text.split("[-/]", -1);
        return CartNames.date(Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static CartTime recordedAt(XmlElement root) {
        LocalDate day = day(root.textAt("TestDemographics", "AcquisitionDate"))
                .orElseThrow(() -> new RefusedFile(Refusal.NO_TIME, "no acquisition date"));
        try {
            LocalTime time = LocalTime.parse(root.textAt("TestDemographics", "AcquisitionTime"));
            return CartTime.local(LocalDateTime.of(day, time));
        } catch (DateTimeException e) {
            throw new RefusedFile(Refusal.NO_TIME, "no acquisition time");
        }
    }

    private static CartPatient patient(XmlElement root) {
        Optional<XmlElement> patient = root.at("PatientDemographics");
        String age = patient.map(one -> one.textAt("PatientAge")).orElse("");
        boolean years = patient.map(one -> one.textAt("AgeUnits")).orElse("").equalsIgnoreCase("YEARS");
        return new CartPatient(
                patient.map(one -> one.textAt("PatientLastName") + " " + one.textAt("PatientFirstName")),
                patient.map(one -> one.textAt("PatientID")),
                CartNames.sexOf(patient.map(one -> one.textAt("Gender")).orElse("")),
                day(patient.map(one -> one.textAt("DateofBirth")).orElse("")),
                years && age.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(age)) : OptionalInt.empty());
    }
}
