package org.ecgnet.hub.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the county's fonts when the first paper is made, and once. Safe for use by many threads. */
public final class FontShelf {

    private final List<Path> files;
    private Optional<PaperFonts> read = Optional.empty();

    public FontShelf(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** @throws PaperException when there is none with Chinese; asked again once one is installed */
    public synchronized PaperFonts fonts() {
        PaperFonts fonts = read.orElseGet(() -> PaperFonts.read(files));
        read = Optional.of(fonts);
        return fonts;
    }
}
