package org.ecgnet.format.aecg;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.format.cart.CartTime;

/** The time stamps of HL7: {@code yyyyMMddHHmm[ss[.S...]][+ZZzz]}. */
final class Hl7Time {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?(?:([+-])(\\d{2}):?(\\d{2})?)?");

    private Hl7Time() {}

    /** Empty for a stamp of less than a minute's precision, or none. */
    static Optional<CartTime> of(String stamp) {
        Matcher at = FORM.matcher(stamp.strip());
        if (!at.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(at, 1),
                    number(at, 2),
                    number(at, 3),
                    number(at, 4),
                    number(at, 5),
                    number(at, 6),
                    nanos(at));
            Optional<ZoneOffset> offset = at.group(8) == null
                    ? Optional.empty()
                    : Optional.of(ZoneOffset.ofHoursMinutes(sign(at) * number(at, 9), sign(at) * number(at, 10)));
            return Optional.of(new CartTime(local, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int sign(Matcher at) {
        return at.group(8).equals("-") ? -1 : 1;
    }

    private static int number(Matcher at, int group) {
        return at.group(group) == null ? 0 : Integer.parseInt(at.group(group));
    }

    private static int nanos(Matcher at) {
        return at.group(7) == null ? 0 : Integer.parseInt((at.group(7) + "00000000").substring(0, 9));
    }
}
