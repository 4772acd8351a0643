package org.ecgnet.format.xml;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** Numbers and samples written as text. */
public final class SampleText {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private SampleText() {}

    /** Whole numbers between blanks or commas. */
    public static int[] wholes(String text) {
        int[] numbers = new int[text.length() / 2 + 1];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !between(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                numbers[count++] = whole(text, at, end);
            }
            at = end + 1;
        }
        return Arrays.copyOf(numbers, count);
    }

    private static boolean between(char character) {
        return character <= ' ' || character == ',';
    }

    private static int whole(String text, int from, int to) {
        try {
            return Integer.parseInt(text, from, to, 10);
        } catch (NumberFormatException e) {
            throw new RefusedFile(Refusal.DAMAGED, "a sample that is no whole number");
        }
    }

    /** A decimal number; what is none is a quantity that the file does not state. */
    public static double decimal(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new RefusedFile(Refusal.NO_UNITS, "a quantity that is no number");
        }
        throw new RefusedFile(Refusal.NO_UNITS, "a quantity that is not finite");
    }

    /** Bytes in base64, whatever blanks stand among them; any other character is damage, and would shift all samples. */
    public static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(BLANKS.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw new RefusedFile(Refusal.DAMAGED, "samples that are no base64");
        }
    }

    /** 16-bit numbers, lowest byte first. */
    public static int[] littleEndian16(byte[] bytes) {
        int[] numbers = new int[bytes.length / 2];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = bytes[2 * at] & 0xFF | bytes[2 * at + 1] << 8;
        }
        return numbers;
    }
}
