package org.ecgnet.format.wfdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Annotations in MIT format (WFDB Applications Guide, annot(5)): words of 6 bits of code and 10 bits of time. */
public final class WfdbAnnotations {

    private static final int SKIP = 59;
    private static final int NUMBER = 60;
    private static final int CHANNEL = 62;
    private static final int TEXT = 63;

    /** By code, from 0; codes without a symbol are numbers in brackets. */
    private static final String[] SYMBOLS = {
        " ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~", "[15]", "|", "[17]", "s", "T", "*",
        "D", "\"", "=", "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@", "x", "f", "(", ")", "r"
    };

    private WfdbAnnotations() {}

    /**
     * @param bytes the whole annotation file
     * @throws WfdbException when it ends in the middle of an annotation or its time leaves the range
     */
    public static List<WfdbAnnotation> read(byte[] bytes) {
        List<WfdbAnnotation> annotations = new ArrayList<>();
        long time = 0;
        int at = 0;
        while (at + 1 < bytes.length) {
            int word = u16(bytes, at);
            int code = word >> 10;
            int value = word & 0x3FF;
            at += 2;
            if (word == 0) {
                return annotations;
            }
            if (code == SKIP) {
                need(bytes, at, 4);
                time += u16(bytes, at) << 16 | u16(bytes, at + 2); // high word first
                at += 4;
            } else if (code == TEXT) {
                need(bytes, at, value);
                beside(annotations, new String(bytes, at, value, StandardCharsets.ISO_8859_1));
                at += value + value % 2;
            } else if (code < NUMBER || code > CHANNEL) {
                time += value;
                if (time < 0 || time > Integer.MAX_VALUE) {
                    throw new WfdbException("annotation at byte " + at + ": time " + time + " (expected: 0..2^31)");
                }
                annotations.add(new WfdbAnnotation((int) time, symbol(code), ""));
            }
        }
        throw new WfdbException("annotations: the end mark is missing after " + annotations.size());
    }

    private static void beside(List<WfdbAnnotation> annotations, String text) {
        if (!annotations.isEmpty()) {
            int last = annotations.size() - 1;
            WfdbAnnotation one = annotations.get(last);
            String plain = text.replaceAll("\0+$", "");
            annotations.set(last, new WfdbAnnotation(one.sample(), one.symbol(), plain));
        }
    }

    private static String symbol(int code) {
        return code < SYMBOLS.length ? SYMBOLS[code] : "[" + code + "]";
    }

    private static void need(byte[] bytes, int at, int length) {
        if (at + length > bytes.length) {
            throw new WfdbException("annotations: the file ends in the middle of one, at byte " + bytes.length);
        }
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }
}
