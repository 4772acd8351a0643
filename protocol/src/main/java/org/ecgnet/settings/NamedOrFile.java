package org.ecgnet.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A setting that names something the program brings along, or a {@code .conf} file of the operator's own. */
public final class NamedOrFile {

    private static final String FILE = ".conf";

    private NamedOrFile() {}

    /**
     * @param named makes it from its name
     * @param parsed makes it from the text of a file
     * @throws IllegalArgumentException for an unknown name, a file that cannot be read, or what the text has wrong
     */
    public static <T> T of(String given, Function<String, T> named, Function<String, T> parsed) {
        if (!given.endsWith(FILE)) {
            return named.apply(given);
        }
        try {
            return parsed.apply(Files.readString(Path.of(given), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(given + ": cannot be read (expected: a file, or a name)", e);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(given + ": " + e.getMessage(), e);
        }
    }
}
