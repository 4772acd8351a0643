package org.ecgnet.hub.critical;

import java.util.Locale;
import org.ecgnet.ecg.ExamId;

/** The short code by which people name an exam aloud: the last six hexadecimal digits of its id, in capitals. */
public final class ExamCode {

    private static final int DIGITS = 6;

    private ExamCode() {}

    public static String of(ExamId examId) {
        String text = examId.toString();
        return text.substring(text.length() - DIGITS).toUpperCase(Locale.ROOT);
    }
}
