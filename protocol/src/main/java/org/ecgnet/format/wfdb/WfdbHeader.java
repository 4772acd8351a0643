package org.ecgnet.format.wfdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;

/**
 * A record's header (WFDB Applications Guide, header(5)).
 *
 * @param samples of each signal; empty when the header does not say
 * @param comments lines after {@code #}, without it
 */
public record WfdbHeader(
        String record, SampleRate rate, OptionalInt samples, List<SignalSpec> signals, List<String> comments) {

    private static final int MAX_SIGNALS = 64;
    private static final double DEFAULT_GAIN = 200;
    private static final Pattern FORMAT =
            Pattern.compile("(\\d{1,4})(?:x(\\d{1,6}))?(?::(\\d{1,6}))?(?:\\+(\\d{1,9}))?");
    private static final Pattern GAIN = Pattern.compile("([-+.0-9eE]{1,24})(?:\\((-?\\d{1,10})\\))?(?:/(\\S{1,20}))?");
    private static final Pattern AGE =
            Pattern.compile("<?age>?\\s*:\\s*(\\d{1,3})(?:\\.\\d+)?\\s*([a-z]*).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEX = Pattern.compile("<?sex>?\\s*:\\s*(\\w+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE_AND_SEX = Pattern.compile("(\\d{1,3})\\s+([MF])\\b.*");

    public WfdbHeader {
        signals = List.copyOf(signals);
        comments = List.copyOf(comments);
    }

    /**
     * Reads the text of a {@code .hea} file.
     *
     * @throws WfdbException for a line that is not understood, several segments, signals of different rates, or a rate
     *     that is no whole number
     */
    public static WfdbHeader parse(String text) {
        List<String> lines = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            if (line.startsWith("#")) {
                comments.add(line.substring(1).strip());
            } else if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        if (lines.isEmpty()) {
            throw new WfdbException("header: no record line (expected: NAME SIGNALS RATE SAMPLES)");
        }
        String[] record = lines.get(0).split("\\s+");
        if (record.length < 2 || record[0].contains("/") || record[1].contains("/")) {
            throw new WfdbException(
                    "record line: '" + lines.get(0) + "' (expected: NAME SIGNALS RATE SAMPLES," + " one segment)");
        }
        int count = whole("number of signals", record[1], 1, MAX_SIGNALS);
        if (lines.size() < 1 + count) {
            throw new WfdbException("signal lines: " + (lines.size() - 1) + " (expected: " + count + ")");
        }
        List<SignalSpec> signals = new ArrayList<>();
        for (String line : lines.subList(1, 1 + count)) {
            signals.add(signal(line));
        }
        OptionalInt samples =
                record.length > 3 ? OptionalInt.of(whole("samples", record[3], 0, 1 << 30)) : OptionalInt.empty();
        return new WfdbHeader(
                record[0],
                rate(record),
                samples.isPresent() && samples.getAsInt() == 0 ? OptionalInt.empty() : samples,
                signals,
                comments);
    }

    /** 250 when the header does not say. A counter frequency or base behind the rate is of no concern here. */
    private static SampleRate rate(String[] record) {
        String text = record.length > 2 ? record[2].split("[/(]", 2)[0] : "250";
        try {
            double hertz = Double.parseDouble(text);
            if (hertz == Math.rint(hertz) && hertz >= 1 && hertz <= 32_000) {
                return new SampleRate((int) hertz);
            }
        } catch (NumberFormatException e) {
            throw new WfdbException("sample rate: '" + text + "' (expected: a number)");
        }
        throw new WfdbException("sample rate: '" + text + "' (expected: a whole number from 1 to 32000)");
    }

    private static SignalSpec signal(String line) {
        String[] field = line.split("\\s+", 9);
        if (field.length < 2) {
            throw new WfdbException("signal line: '" + line + "' (expected: FILE FORMAT GAIN ...)");
        }
        Matcher format = FORMAT.matcher(field[1]);
        if (!format.matches()) {
            throw new WfdbException("format: '" + field[1] + "' in '" + line + "' (expected: 16, 212 or 16+24)");
        }
        if (format.group(2) != null && !format.group(2).equals("1")) {
            throw new WfdbException("format: '" + field[1] + "' (expected: all signals at one rate)");
        }
        if (format.group(3) != null && !format.group(3).equals("0")) {
            throw new WfdbException("format: '" + field[1] + "' (expected: no skew between signals)");
        }
        Matcher gain = GAIN.matcher(field.length > 2 ? field[2] : "0");
        if (!gain.matches()) {
            throw new WfdbException("gain: '" + field[2] + "' in '" + line + "' (expected: such as 1000(0)/mV)");
        }
        OptionalInt zero = optional("ADC zero", field, 4, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new SignalSpec(
                field[0],
                whole("format", format.group(1), 0, 9999),
                format.group(4) == null ? 0 : whole("byte offset", format.group(4), 0, 1 << 30),
                gain(gain.group(1)),
                gain.group(2) == null
                        ? zero.orElse(0)
                        : whole("baseline", gain.group(2), Integer.MIN_VALUE, Integer.MAX_VALUE),
                gain.group(3) == null ? "mV" : gain.group(3),
                optional("initial value", field, 5, Integer.MIN_VALUE, Integer.MAX_VALUE),
                optional("checksum", field, 6, Integer.MIN_VALUE, Integer.MAX_VALUE),
                field.length > 8 ? field[8].strip() : "");
    }

    /** A gain of 0 means that the signal is not calibrated: 200 a unit by convention. */
    private static double gain(String text) {
        try {
            double gain = Double.parseDouble(text);
            if (gain == 0) {
                return DEFAULT_GAIN;
            }
            if (gain > 0 && gain <= 1e9) {
                return gain;
            }
        } catch (NumberFormatException e) {
            throw new WfdbException("gain: '" + text + "' (expected: a number)");
        }
        throw new WfdbException("gain: '" + text + "' (expected: above 0)");
    }

    private static OptionalInt optional(String what, String[] field, int at, int from, int to) {
        return field.length > at ? OptionalInt.of(whole(what, field[at], from, to)) : OptionalInt.empty();
    }

    private static int whole(String what, String text, int from, int to) {
        try {
            int value = Integer.parseInt(text);
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new WfdbException(what + ": '" + text + "' (expected: a whole number)");
        }
        throw new WfdbException(what + ": " + text + " (expected: " + from + ".." + to + ")");
    }

    /** The same with the signals of the first signal file alone: some databases keep vector leads in a second one. */
    public WfdbHeader firstFile() {
        String file = signals.get(0).file();
        return new WfdbHeader(
                record,
                rate,
                samples,
                signals.stream().filter(signal -> signal.file().equals(file)).toList(),
                comments);
    }

    /** Age and sex from the comments ({@code #Age: 37}, {@code #<age>: 51}, {@code #Sex: Male}, or {@code #69 M ...}). */
    public Patient patient() {
        Optional<Integer> age = Optional.empty();
        Sex sex = Sex.UNKNOWN;
        for (String comment : comments) {
            Matcher both = AGE_AND_SEX.matcher(comment);
            Matcher ageOnly = AGE.matcher(comment);
            Matcher sexOnly = SEX.matcher(comment);
            if (ageOnly.matches()) {
                age = age(ageOnly.group(1)).map(number -> years(number, ageOnly.group(2)));
            } else if (sexOnly.matches()) {
                sex = sex(sexOnly.group(1));
            } else if (both.matches() && age.isEmpty()) {
                age = age(both.group(1));
                sex = sex(both.group(2));
            }
        }
        return new Patient(
                Optional.empty(),
                Optional.empty(),
                sex,
                age.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    /** Some databases write 300 for "over 89"; such a number is no age. */
    private static Optional<Integer> age(String text) {
        int age = Integer.parseInt(text);
        return age <= 130 ? Optional.of(age) : Optional.empty();
    }

    /** Children's databases count in months, weeks or days. */
    private static int years(int number, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "mo", "mos", "month", "months" -> number / 12;
            case "wk", "wks", "week", "weeks" -> number / 52;
            case "d", "day", "days" -> number / 365;
            default -> number;
        };
    }

    private static Sex sex(String word) {
        return switch (word.substring(0, 1)) {
            case "F", "f" -> Sex.FEMALE;
            case "M", "m" -> Sex.MALE;
            default -> Sex.UNKNOWN;
        };
    }
}
