package org.ecgnet.ops.evaluate.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A folder with WFDB records anywhere below it. */
public record RecordFolder(Path root) {

    private static final String HEADER = ".hea";

    /**
     * The records, by path.
     *
     * @param only folders or records below the root to keep; all when empty
     */
    public List<RecordName> records(List<String> only) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(HEADER))
                    .map(this::name)
                    .filter(record -> only.isEmpty() || only.stream().anyMatch(folder -> below(record, folder)))
                    .sorted()
                    .toList();
        }
    }

    private RecordName name(Path header) {
        String path = root.relativize(header).toString().replace('\\', '/');
        return new RecordName(path.substring(0, path.length() - HEADER.length()));
    }

    private static boolean below(RecordName record, String folder) {
        String plain = folder.replaceAll("/+$", "");
        return record.path().equals(plain) || record.path().startsWith(plain + "/");
    }

    /** The header of a record. */
    public Path header(RecordName record) {
        return root.resolve(record.path() + HEADER);
    }

    /** A file beside the header with another extension, such as {@code atr}. */
    public Path beside(RecordName record, String extension) {
        return root.resolve(record.path() + "." + extension.toLowerCase(Locale.ROOT));
    }

    /** The tables of this name below the root, such as {@code ludb.csv}, by path. */
    public List<Path> tables(String fileName) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().equals(fileName))
                    .sorted()
                    .toList();
        }
    }
}
