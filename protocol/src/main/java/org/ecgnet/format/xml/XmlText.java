package org.ecgnet.format.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a document: those of the character set that it declares, if they are, or of the one it must mean. */
final class XmlText {

    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("^[^<]{0,8}<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");
    private static final int DECLARATION = 256;

    private XmlText() {}

    static String of(byte[] file) {
        if (file.length > 3 && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE || file[0] == '<' && file[1] == 0)) {
            return withoutMark(new String(file, StandardCharsets.UTF_16LE));
        }
        if (file.length > 3 && (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF || file[0] == 0 && file[1] == '<')) {
            return withoutMark(new String(file, StandardCharsets.UTF_16BE));
        }
        return withoutMark(decoded(file, declared(file))
                .or(() -> decoded(file, GB_18030))
                .orElseGet(() -> new String(file, StandardCharsets.ISO_8859_1)));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset declared(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED.matcher(head);
        try {
            return declaration.find() ? Charset.forName(declaration.group(1)) : StandardCharsets.UTF_8;
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
