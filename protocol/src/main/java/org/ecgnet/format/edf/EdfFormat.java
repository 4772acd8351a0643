package org.ecgnet.format.edf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartFormat;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartPatient;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.SampleText;

/** EDF, EDF+ and BDF. */
public final class EdfFormat implements CartFormat {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[.:](\\d{1,2})[.:](\\d{1,2})");
    private static final Pattern LONG_DAY = Pattern.compile("(\\d{1,2})-([A-Z]{3})-(\\d{4})");
    private static final Pattern ONSET = Pattern.compile("^([+-]\\d+(?:\\.\\d+)?)\\x14");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final int FIRST_YEAR_OF_CENTURY = 85;

    /** Longest clock difference between two records that is still no gap, as part of a sample. */
    private static final double GAP_SAMPLES = 0.5;

    @Override
    public String name() {
        return "EDF+";
    }

    @Override
    public boolean claims(byte[] file) {
        return EdfHeader.opens(file);
    }

    @Override
    public CartRecording read(byte[] file) {
        EdfHeader header = EdfHeader.of(file);
        Waveform waveform = waveform(file, header);
        List<Integer> gaps = header.discontinuous() ? gaps(file, header, waveform.rate()) : List.of();
        return new CartRecording(
                waveform,
                new UnitMarks(List.of(), List.of(), List.of(), gaps),
                recordedAt(header),
                patient(header),
                subField(header.recording(), "Startdate", 4),
                subField(header.recording(), "Startdate", 3));
    }

    /** The leads of the rate that most of them have; of as many, those of the higher. */
    private static Waveform waveform(byte[] file, EdfHeader header) {
        Map<Integer, Long> rates = header.signals().stream()
                .filter(signal -> CartNames.leadOf(signal.label()).isPresent())
                .collect(Collectors.groupingBy(EdfHeader.Signal::samples, TreeMap::new, Collectors.counting()));
        int perRecord = rates.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new RefusedFile(Refusal.NO_LEADS, "no signal bears a lead's name"));
        if (!(header.recordSeconds() > 0)) {
            throw new RefusedFile(Refusal.NO_UNITS, "data records without duration");
        }
        CartWaveform.fits(header.signals().size(), (long) perRecord * header.records());
        CartWaveform waveform = new CartWaveform();
        int offset = 0;
        for (EdfHeader.Signal signal : header.signals()) {
            Optional<Lead> lead = CartNames.leadOf(signal.label());
            if (lead.isPresent() && signal.samples() == perRecord) {
                add(waveform, lead.get(), signal, samples(file, header, offset, perRecord));
            }
            offset += signal.samples();
        }
        return waveform.at(CartWaveform.rate(perRecord / header.recordSeconds()));
    }

    private static int[] samples(byte[] file, EdfHeader header, int offset, int each) {
        int bytes = header.sampleBytes();
        int[] counts = new int[each * header.records()];
        for (int record = 0; record < header.records(); record++) {
            int from = header.bytes() + record * header.recordBytes() + bytes * offset;
            for (int sample = 0; sample < each; sample++) {
                int count = 0;
                int last = from + bytes * sample + bytes - 1;
                for (int at = 0; at < bytes; at++) {
                    count = count << Byte.SIZE | file[last - at] & (at == 0 ? -1 : 0xFF);
                }
                counts[record * each + sample] = count;
            }
        }
        return counts;
    }

    /** A span of either sign is legal: with the negative one the counts are turned over. */
    private static void add(CartWaveform waveform, Lead lead, EdfHeader.Signal signal, int[] counts) {
        double unit = CartWaveform.microvoltsOf(signal.unit());
        double digitalMin = SampleText.decimal(signal.digitalMin());
        double physicalMin = SampleText.decimal(signal.physicalMin());
        double perCount = unit
                * (SampleText.decimal(signal.physicalMax()) - physicalMin)
                / (SampleText.decimal(signal.digitalMax()) - digitalMin);
        double atZero = physicalMin * unit - digitalMin * perCount;
        if (perCount < 0) {
            for (int at = 0; at < counts.length; at++) {
                counts[at] = -counts[at];
            }
        }
        LeadScale scale = CartWaveform.scale(Math.abs(perCount), atZero);
        waveform.add(lead, scale, counts);
    }

    /** The samples before which a discontinuous file's clock jumps. */
    private static List<Integer> gaps(byte[] file, EdfHeader header, SampleRate rate) {
        List<Integer> gaps = new ArrayList<>();
        int each = (int) Math.round(header.recordSeconds() * rate.hertz());
        double before = onset(file, header, 0);
        for (int record = 1; record < header.records(); record++) {
            double onset = onset(file, header, record);
            if (Math.abs(onset - before - header.recordSeconds()) * rate.hertz() > GAP_SAMPLES) {
                gaps.add(record * each);
            }
            before = onset;
        }
        return gaps;
    }

    /** The time of a record in seconds, from the first annotation in it. */
    private static double onset(byte[] file, EdfHeader header, int record) {
        int offset = 0;
        for (EdfHeader.Signal signal : header.signals()) {
            if (signal.annotations()) {
                int bytes = header.sampleBytes();
                int from = header.bytes() + record * header.recordBytes() + bytes * offset;
                Matcher onset =
                        ONSET.matcher(new String(file, from, bytes * signal.samples(), StandardCharsets.ISO_8859_1));
                if (onset.find()) {
                    return SampleText.decimal(onset.group(1));
                }
            }
            offset += signal.samples();
        }
        throw new RefusedFile(Refusal.DAMAGED, "a data record without its time");
    }

    private static CartTime recordedAt(EdfHeader header) {
        Matcher day = DAY.matcher(header.date());
        Matcher time = TIME.matcher(header.time());
        Optional<LocalDate> date = longDay(subField(header.recording(), "Startdate", 1));
        if (date.isEmpty() && day.matches()) {
            int year = Integer.parseInt(day.group(3));
            int century = year >= FIRST_YEAR_OF_CENTURY ? 1900 : 2000;
            date = CartNames.date(century + year, Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
        }
        if (date.isEmpty() || !time.matches()) {
            throw new RefusedFile(Refusal.NO_TIME, "header has no date or time");
        }
        return CartTime.of(
                        date.get(),
                        Integer.parseInt(time.group(1)),
                        Integer.parseInt(time.group(2)),
                        Integer.parseInt(time.group(3)))
                .orElseThrow(() -> new RefusedFile(Refusal.NO_TIME, "header has a time that is none"));
    }

    private static Optional<LocalDate> longDay(String text) {
        Matcher day = LONG_DAY.matcher(text.toUpperCase(Locale.ROOT));
        return day.matches()
                ? CartNames.date(
                        Integer.parseInt(day.group(3)),
                        MONTHS.indexOf(day.group(2)) + 1,
                        Integer.parseInt(day.group(1)))
                : Optional.empty();
    }

    /** EDF+ gives code, sex, birth date and name between blanks, X where unknown; plain EDF gives any text. */
    private static CartPatient patient(EdfHeader header) {
        if (!header.plus()) {
            return new CartPatient(
                    Optional.of(header.patient()),
                    Optional.empty(),
                    Sex.UNKNOWN,
                    Optional.empty(),
                    OptionalInt.empty());
        }
        return new CartPatient(
                Optional.of(subField(header.patient(), "", 3)),
                Optional.of(subField(header.patient(), "", 0)),
                CartNames.sexOf(subField(header.patient(), "", 1)),
                longDay(subField(header.patient(), "", 2)),
                OptionalInt.empty());
    }

    /** One of the parts between blanks, blanks in it being underscores; empty for X, or where the first is not {@code head}. */
    private static String subField(String field, String head, int part) {
        String[] parts = field.split(" +", -1);
        boolean there = part < parts.length && (head.isEmpty() || parts[0].equals(head));
        return there && !parts[part].equals("X") ? parts[part].replace('_', ' ') : "";
    }
}
