package org.ecgnet.format.cart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text whose character set a file does not tell, or tells wrongly: carts sold in China write GB 18030 unasked. */
public final class ForeignText {

    private static final Charset GB_18030 = Charset.forName("GB18030");

    private ForeignText() {}

    /** The bytes up to the first 0, in the first of UTF-8, GB 18030 and ISO 8859-1 that they are valid in. */
    public static String of(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        int length = end;
        return decoded(bytes, length, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, length, GB_18030))
                .orElseGet(() -> new String(bytes, 0, length, StandardCharsets.ISO_8859_1).strip());
    }

    private static Optional<String> decoded(byte[] bytes, int length, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString()
                    .strip());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
