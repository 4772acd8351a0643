package org.ecgnet.format.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a document: those of the character set that it declares, if they are, or of the one it must mean. */
final class XmlText {

    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("^[^<]{0,8}<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");
    private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});");
    private static final int DECLARATION = 256;

    private XmlText() {}

    /** Characters that no document may hold, and references to them, are blanks: one in a name must not cost the samples. */
    static String of(byte[] file) {
        return legal(withoutMark(decoded(file)));
    }

    private static String decoded(byte[] file) {
        if (file.length > 3 && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE || file[0] == '<' && file[1] == 0)) {
            return new String(file, StandardCharsets.UTF_16LE);
        }
        if (file.length > 3 && (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF || file[0] == 0 && file[1] == '<')) {
            return new String(file, StandardCharsets.UTF_16BE);
        }
        return decoded(file, declared(file))
                .or(() -> decoded(file, GB_18030))
                .orElseGet(() -> new String(file, StandardCharsets.ISO_8859_1));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String legal(String text) {
        String plain = text;
        if (!text.chars().allMatch(XmlText::legal)) {
            StringBuilder blanked = new StringBuilder(text);
            for (int at = 0; at < blanked.length(); at++) {
                if (!legal(blanked.charAt(at))) {
                    blanked.setCharAt(at, ' ');
                }
            }
            plain = blanked.toString();
        }
        return REFERENCE.matcher(plain).replaceAll(found -> legalReference(found.group(1)) ? "$0" : " ");
    }

    private static boolean legal(int character) {
        return character >= ' ' && character < 0xFFFE || character == '\t' || character == '\n' || character == '\r';
    }

    /** @param number of a reference, hexadecimal with an x before it */
    private static boolean legalReference(String number) {
        int point = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return Character.isValidCodePoint(point) && !surrogate && (point > 0xFFFF || legal(point));
    }

    /** A document that can be read as bytes of one character each is none of UTF-16, even where it says so. */
    private static Charset declared(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED.matcher(head);
        if (!declaration.find()
                || declaration.group(1).toUpperCase(Locale.ROOT).matches("(UTF-?16|UTF-?32|UCS|ISO-10646).*")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declaration.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
