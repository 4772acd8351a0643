package org.ecgnet.hub.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of paper, in the order in which a character is looked for: the Latin one first, then the Chinese one, then
 * such as hold rare names. Their bytes are kept in memory; safe for use by many threads.
 *
 * <p>TrueType outlines only: PDFBox cannot embed CFF, and so no Noto CJK.
 */
public final class PaperFonts {

    private final List<byte[]> files;

    private PaperFonts(List<byte[]> files) {
        this.files = files;
    }

    /**
     * Reads those of the files that are there.
     *
     * @throws PaperException when none is, or none has Chinese
     */
    public static PaperFonts read(List<Path> paths) {
        List<byte[]> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                if (Files.isReadable(path)) {
                    files.add(Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new PaperException("setting 'report.fonts': a font cannot be read", e);
        }
        var fonts = new PaperFonts(files);
        try (var document = new PDDocument()) {
            if (files.isEmpty() || !fonts.in(document).has('心')) {
                throw new PaperException("setting 'report.fonts': no readable font with Chinese among " + paths
                        + " (expected: such as those of the packages fonts-dejavu-core and fonts-droid-fallback)");
            }
        } catch (IOException e) {
            throw new PaperException("setting 'report.fonts': a font cannot be embedded", e);
        }
        return fonts;
    }

    /** The fonts for one document, embedded as subsets when it is saved. */
    DocumentFonts in(PDDocument document) throws IOException {
        List<PDType0Font> loaded = new ArrayList<>();
        for (byte[] file : files) {
            loaded.add(PDType0Font.load(document, new ByteArrayInputStream(file), true));
        }
        return new DocumentFonts(loaded);
    }
}
