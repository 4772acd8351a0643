package org.ecgnet.edge.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;
import org.ecgnet.ecg.Sex;

/**
 * The resident identity number of GB 11643-1999: six digits of place, eight of the birth date, three of order of which
 * the last is odd for men, and a check character after ISO/IEC 7064 MOD 11-2.
 */
public final class IdentityNumber {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[\\dXx]");
    private static final int LENGTH = 18;
    private static final int MOST_YEARS = 130;
    private static final int MODULUS = 11;
    private static final int TEN = 10; // the check value that is written X
    private static final int DATE_AT = 6;
    private static final int ORDER_AT = 16;

    private IdentityNumber() {}

    /** Checks a number and reads what is in it. Spaces around it are ignored. */
    public static IdentityCheck check(String given, LocalDate today) {
        String number = given.strip();
        if (number.length() != LENGTH) {
            return new IdentityCheck.Wrong(IdentityCheck.Problem.LENGTH);
        }
        if (!FORM.matcher(number).matches()) {
            return new IdentityCheck.Wrong(IdentityCheck.Problem.CHARACTERS);
        }
        if (remainder(number) != 1) {
            return new IdentityCheck.Wrong(IdentityCheck.Problem.CHECK_DIGIT);
        }
        LocalDate born;
        try {
            born = LocalDate.of(
                    digits(number, DATE_AT, 4), digits(number, DATE_AT + 4, 2), digits(number, DATE_AT + 6, 2));
        } catch (DateTimeException e) {
            return new IdentityCheck.Wrong(IdentityCheck.Problem.NO_SUCH_DAY);
        }
        int age = Period.between(born, today).getYears();
        if (born.isAfter(today) || age > MOST_YEARS) {
            return new IdentityCheck.Wrong(IdentityCheck.Problem.NOT_ALIVE);
        }
        Sex sex = Character.digit(number.charAt(ORDER_AT), TEN) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        return new IdentityCheck.Right(number.toUpperCase(java.util.Locale.ROOT), sex, born, age);
    }

    private static int digits(String number, int from, int length) {
        return Integer.parseInt(number.substring(from, from + length));
    }

    /** MOD 11-2: the digits as a polynomial at 2, the check character as its last term, leave 1. */
    private static int remainder(String number) {
        int sum = 0;
        for (int at = 0; at < LENGTH; at++) {
            char one = number.charAt(at);
            int value = one == 'X' || one == 'x' ? TEN : Character.digit(one, TEN);
            sum = (sum * 2 + value) % MODULUS;
        }
        return sum;
    }
}
