package org.ecgnet.hub.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document: which of them has a character, and how wide a text is. Used by one thread. */
final class DocumentFonts {

    private static final String MISSING = "〓"; // the mark of a character that no font has

    private final List<PDType0Font> fonts;
    private final Map<Integer, Optional<PDType0Font>> known = new HashMap<>();

    DocumentFonts(List<PDType0Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /** Text of one font. */
    record Run(PDType0Font font, String text) {}

    boolean has(int codePoint) throws IOException {
        return font(codePoint).isPresent();
    }

    /** The text parted by font; a character that none has is shown as such, never left out. */
    List<Run> runs(String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (int codePoint : text.codePoints().toArray()) {
            int shown = Character.isISOControl(codePoint) ? ' ' : codePoint;
            Optional<PDType0Font> own = font(shown);
            String character = own.isPresent() ? Character.toString(shown) : MISSING;
            PDType0Font font = own.or(() -> missing()).orElse(fonts.get(0));
            Run last = runs.isEmpty() ? new Run(font, "") : runs.get(runs.size() - 1);
            if (!runs.isEmpty() && last.font().equals(font)) {
                runs.set(runs.size() - 1, new Run(font, last.text() + character));
            } else {
                runs.add(new Run(font, character));
            }
        }
        return runs;
    }

    /** In thousandths of the font size. */
    double width(String text) throws IOException {
        double width = 0;
        for (Run run : runs(text)) {
            width += run.font().getStringWidth(run.text());
        }
        return width;
    }

    private Optional<PDType0Font> missing() {
        try {
            return font(MISSING.codePointAt(0));
        } catch (IOException e) {
            return Optional.empty(); // then the first font shows its own mark
        }
    }

    private Optional<PDType0Font> font(int codePoint) throws IOException {
        Optional<PDType0Font> found = known.get(codePoint);
        if (found == null) {
            found = search(codePoint);
            known.put(codePoint, found);
        }
        return found;
    }

    private Optional<PDType0Font> search(int codePoint) throws IOException {
        for (PDType0Font font : fonts) {
            if (draws(font, codePoint)) {
                return Optional.of(font);
            }
        }
        return Optional.empty();
    }

    /** Some fonts map a character to an empty outline: it would vanish from the paper without a word. */
    private static boolean draws(PDType0Font font, int codePoint) throws IOException {
        byte[] code;
        try {
            code = font.encode(Character.toString(codePoint));
        } catch (IllegalArgumentException e) {
            return false; // PDFBox's way of saying that the font lacks it
        }
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return true;
        }
        int glyph = Byte.toUnsignedInt(code[0]) << 8 | Byte.toUnsignedInt(code[1]);
        return glyph != 0 && !font.getPath(glyph).getBounds2D().isEmpty();
    }
}
