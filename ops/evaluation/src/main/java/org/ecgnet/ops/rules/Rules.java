package org.ecgnet.ops.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ./ops/rules}: writes the catalogue into the folder of its only argument, {@code triage-rules}. */
public final class Rules {

    private Rules() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Map<String, String> files = files(folder);
        Path strips = Files.createDirectories(folder.resolve("rules"));
        try (Stream<Path> old = Files.list(strips)) {
            for (Path strip : old.toList()) {
                Files.delete(strip);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** What the files should be, with the figures that are stored in the folder. */
    static Map<String, String> files(Path folder) throws IOException {
        String figures = Files.readString(folder.resolve("figures.conf"), StandardCharsets.UTF_8);
        return RulesPage.files(Figures.parse(figures));
    }
}
