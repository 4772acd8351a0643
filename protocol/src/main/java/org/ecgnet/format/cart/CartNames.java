package org.ecgnet.format.cart;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Sex;

/** Names of leads and sexes in foreign files. */
public final class CartNames {

    /** EN 1064, table of lead identifications; ISO 11073-10102 numbers the same leads alike. */
    private static final Map<Integer, Lead> BY_NUMBER = Map.ofEntries(
            Map.entry(1, Lead.I),
            Map.entry(2, Lead.II),
            Map.entry(3, Lead.V1),
            Map.entry(4, Lead.V2),
            Map.entry(5, Lead.V3),
            Map.entry(6, Lead.V4),
            Map.entry(7, Lead.V5),
            Map.entry(8, Lead.V6),
            Map.entry(9, Lead.V7),
            Map.entry(11, Lead.V3R),
            Map.entry(12, Lead.V4R),
            Map.entry(61, Lead.III),
            Map.entry(62, Lead.AVR),
            Map.entry(63, Lead.AVL),
            Map.entry(64, Lead.AVF),
            Map.entry(66, Lead.V8),
            Map.entry(67, Lead.V9));

    private static final int LONGEST_NAME = 80;

    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private static final Pattern NOTE = Pattern.compile("\\([^()]*\\)|导联$");

    /** What stands before a lead's own name, in this order. */
    private static final List<Pattern> ORNAMENTS = List.of(
            Pattern.compile("^MDC_ECG_(?:LEAD|ELEC_POTL)_"),
            Pattern.compile("^(?:ECG|EKG)(?:[_:-]|\\s+)?"),
            Pattern.compile("^LEAD(?:[_:-]|\\s+)?"),
            Pattern.compile("^D(?=I{1,3}$)"));

    private CartNames() {}

    /** The lead of a number of EN 1064 or ISO 11073-10102. */
    public static Optional<Lead> leadOf(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /**
     * The lead of a name such as {@code MDC_ECG_LEAD_AVR}, {@code Lead I (Einthoven)}, {@code ECG V1}, {@code DII},
     * {@code Ⅱ} or {@code II}. A minus is no ornament: {@code -aVR} is no lead's name.
     */
    public static Optional<Lead> leadOf(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String upper = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .strip();
        String bare = NOTE.matcher(upper).replaceFirst("").strip();
        for (Pattern ornament : ORNAMENTS) {
            bare = ornament.matcher(bare).replaceFirst("").strip();
        }
        return Lead.named(bare);
    }

    /** Of a word or letter. */
    public static Sex sexOf(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "M", "MALE", "男", "男性" -> Sex.MALE;
            case "F", "FEMALE", "女", "女性" -> Sex.FEMALE;
            default -> Sex.UNKNOWN;
        };
    }

    /** A date, when there is such a day. */
    public static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 1 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty(); // a cart without a set clock, or a birth date nobody knew
        }
    }

    /** A date from eight digits, {@code yyyyMMdd}, whatever follows them. */
    public static Optional<LocalDate> date(String digits) {
        Matcher day = DIGITS.matcher(digits);
        return day.lookingAt()
                ? date(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)))
                : Optional.empty();
    }

    /** A name of the form {@code Last^First}, without its empty parts. */
    public static String caretName(String name) {
        return name.split("=", 2)[0].replaceAll("\\^+", " ").strip();
    }
}
