package org.ecgnet.hub.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** One page, measured in millimetres from its top left corner. */
public final class Sheet {

    private static final double FONT_UNITS = 1_000;

    /** Where a font would join letters to one glyph, which is found as another text when the paper is searched. */
    private static final Pattern LIGATURES = Pattern.compile("(?<=f)(?=[fil])");

    private final PDPageContentStream stream;
    private final DocumentFonts fonts;
    private final double width;
    private final double height;

    Sheet(PDDocument document, PDPage page, DocumentFonts fonts, double width, double height) throws IOException {
        this.stream = new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** A straight line. */
    public void line(Ink ink, double x1, double y1, double x2, double y2) {
        polyline(ink, new double[] {x1, x2}, new double[] {y1, y2}, 2);
    }

    /** The first {@code points} of these joined. */
    public void polyline(Ink ink, double[] x, double[] y, int points) {
        if (points < 2) {
            return;
        }
        draw(ink, () -> {
            stream.setLineJoinStyle(1);
            stream.moveTo(x(x[0]), y(y[0]));
            for (int point = 1; point < points; point++) {
                stream.lineTo(x(x[point]), y(y[point]));
            }
            stream.stroke();
        });
    }

    /** Many lines of one kind in one stroke: each {x1, y1, x2, y2}. */
    public void lines(Ink ink, List<double[]> lines) {
        draw(ink, () -> {
            for (double[] line : lines) {
                stream.moveTo(x(line[0]), y(line[1]));
                stream.lineTo(x(line[2]), y(line[3]));
            }
            stream.stroke();
        });
    }

    public void box(Ink ink, double left, double top, double wide, double high) {
        draw(ink, () -> {
            stream.addRect(x(left), y(top + high), length(wide), length(high));
            stream.stroke();
        });
    }

    public void fill(Ink ink, double left, double top, double wide, double high) {
        draw(ink, () -> {
            stream.addRect(x(left), y(top + high), length(wide), length(high));
            stream.fill();
        });
    }

    /**
     * A line of text.
     *
     * @param baseline of the text, from the top
     * @param size of the font, in millimetres
     */
    public void text(Ink ink, double left, double baseline, double size, String text) {
        turned(ink, left, baseline, size, 0, text);
    }

    /** The same, ending at {@code right}. */
    public void textEndingAt(Ink ink, double right, double baseline, double size, String text) {
        text(ink, right - textWidth(size, text), baseline, size, text);
    }

    /** The same, turned against the clock about its start. */
    public void turned(Ink ink, double left, double baseline, double size, double degrees, String text) {
        draw(ink, () -> {
            stream.beginText();
            stream.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(degrees), x(left), y(baseline)));
            for (DocumentFonts.Run run : fonts.runs(text)) {
                stream.setFont(run.font(), length(size));
                for (String piece : LIGATURES.split(run.text(), -1)) {
                    stream.showText(piece);
                }
            }
            stream.endText();
        });
    }

    /** How wide a line of text is, in millimetres. */
    public double textWidth(double size, String text) {
        try {
            return fonts.width(text) / FONT_UNITS * size;
        } catch (IOException e) {
            throw new PaperException("a text cannot be measured", e);
        }
    }

    /** The text in lines no wider than this; parted at spaces where it can be, between Chinese characters anywhere. */
    public List<String> wrapped(double size, double widest, String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            var line = new StringBuilder();
            for (String word : words(paragraph)) {
                if (!line.isEmpty() && textWidth(size, line + word.stripTrailing()) > widest) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(word);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            word.appendCodePoint(codePoint);
            if (codePoint == ' ' || codePoint > 0x2E7F || word.length() > 40) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        words.add(word.toString());
        return words;
    }

    void end() throws IOException {
        stream.close();
    }

    private void draw(Ink ink, Drawing drawing) {
        try {
            stream.saveGraphicsState();
            if (ink.opacity() < 1) {
                var state = new PDExtendedGraphicsState();
                state.setStrokingAlphaConstant((float) ink.opacity());
                state.setNonStrokingAlphaConstant((float) ink.opacity());
                stream.setGraphicsStateParameters(state);
            }
            stream.setStrokingColor(ink.color());
            stream.setNonStrokingColor(ink.color());
            stream.setLineWidth(length(ink.millimetres()));
            drawing.draw();
            stream.restoreGraphicsState();
        } catch (IOException e) {
            throw new PaperException("the page cannot be drawn", e);
        }
    }

    private static float length(double millimetres) {
        return (float) (millimetres * Paper.POINTS_PER_MILLIMETRE);
    }

    private static float x(double millimetres) {
        return length(millimetres);
    }

    private float y(double millimetres) {
        return length(height - millimetres);
    }

    /** What happens between saving and restoring the state of the pen. */
    private interface Drawing {
        void draw() throws IOException;
    }
}
