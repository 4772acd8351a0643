package org.ecgnet.hub.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A document of A4 pages that is drawn on and then written once. Used by one thread. */
public final class Paper implements AutoCloseable {

    static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    private static final double SHORT_MILLIMETRES = 210;
    private static final double LONG_MILLIMETRES = 297;

    private final PDDocument document = new PDDocument();
    private final DocumentFonts fonts;
    private final List<Sheet> sheets = new ArrayList<>();

    /** @param title as a viewer shows it; no patient */
    public Paper(PaperFonts fonts, String title) {
        try {
            this.fonts = fonts.in(document);
        } catch (IOException e) {
            throw new PaperException("the fonts cannot be embedded", e);
        }
        var information = new PDDocumentInformation();
        information.setTitle(title);
        document.setDocumentInformation(information);
    }

    /** A further page, lying. */
    public Sheet landscape() {
        return sheet(LONG_MILLIMETRES, SHORT_MILLIMETRES);
    }

    /** A further page, standing. */
    public Sheet portrait() {
        return sheet(SHORT_MILLIMETRES, LONG_MILLIMETRES);
    }

    private Sheet sheet(double width, double height) {
        var page = new PDPage(
                new PDRectangle((float) (width * POINTS_PER_MILLIMETRE), (float) (height * POINTS_PER_MILLIMETRE)));
        document.addPage(page);
        try {
            var sheet = new Sheet(document, page, fonts, width, height);
            sheets.add(sheet);
            return sheet;
        } catch (IOException e) {
            throw new PaperException("a page cannot be begun", e);
        }
    }

    /** All pages so far, in order. */
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** The finished file; nothing can be drawn afterwards. */
    public byte[] bytes() {
        try {
            for (Sheet sheet : sheets) {
                sheet.end();
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new PaperException("the document cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new PaperException("the document cannot be closed", e);
        }
    }
}
