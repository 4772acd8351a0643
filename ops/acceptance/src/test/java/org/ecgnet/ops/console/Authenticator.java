package org.ecgnet.ops.console;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.ecgnet.hub.identity.factor.TotpSecret;

/** A telephone into which somebody typed what the page showed. */
final class Authenticator {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;

    private final TotpSecret secret;

    /** @param typed 20 bytes in base 32, spaces between */
    Authenticator(String typed) {
        String radix32 = typed.chars()
                .filter(one -> DIGITS.indexOf(one) >= 0)
                .mapToObj(one -> Integer.toString(DIGITS.indexOf(one), 32))
                .collect(Collectors.joining());
        byte[] number = new BigInteger(radix32, 32).toByteArray();
        byte[] bytes = new byte[BYTES];
        int length = Math.min(BYTES, number.length); // without a sign's byte, with the zeros that a number leaves out
        System.arraycopy(number, number.length - length, bytes, BYTES - length, length);
        this.secret = new TotpSecret(Arrays.copyOf(bytes, BYTES));
    }

    /** The code that it shows so many steps from now. */
    String code(int stepsAhead) {
        return secret.code(TotpSecret.step(Instant.now()) + stepsAhead);
    }
}
