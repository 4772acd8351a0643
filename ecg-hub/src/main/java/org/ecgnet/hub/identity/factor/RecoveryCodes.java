package org.ecgnet.hub.identity.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Codes on paper: each opens the account once when the telephone is lost. */
public final class RecoveryCodes {

    public static final int COUNT = 10;

    /** 50 random bits each: ten characters of base 32 from seven bytes. */
    private static final int CHARACTERS = 10;

    private RecoveryCodes() {}

    /** Such as {@code K7QM2-9XPRT}. */
    public static List<String> random(SecureRandom random) {
        return IntStream.range(0, COUNT).mapToObj(index -> one(random)).toList();
    }

    private static String one(SecureRandom random) {
        byte[] bytes = new byte[7];
        random.nextBytes(bytes);
        String text = Base32.encode(bytes).substring(0, CHARACTERS);
        return text.substring(0, CHARACTERS / 2) + "-" + text.substring(CHARACTERS / 2);
    }

    /** What was typed, as it was printed: without spaces and hyphens, in capitals. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** True when it can be none of a telephone's codes. */
    public static boolean looksLike(String typed) {
        return plain(typed).length() == CHARACTERS;
    }
}
