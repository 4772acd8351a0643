package org.ecgnet.ops.benchmark.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecgnet.format.wfdb.WfdbException;
import org.ecgnet.format.wfdb.WfdbHeader;
import org.ecgnet.format.wfdb.WfdbSignals;

/**
 * The WFDB records below a folder by data set: the first folder's name, and the letters that a record's name begins with, such
 * as {@code cinc2020_2021 JS}.
 *
 * @param sets counts by lead and sample
 * @param unread records that are no WFDB record that the reader knows, with the reason
 */
record RecordFolders(SortedMap<String, List<int[][]>> sets, List<String> unread) {

    static RecordFolders below(Path folder) throws IOException {
        List<Path> headers;
        try (Stream<Path> files = Files.walk(folder)) {
            headers = files.filter(file -> file.toString().endsWith(".hea"))
                    .sorted()
                    .toList();
        }
        var sets = new TreeMap<String, List<int[][]>>();
        List<String> unread = new ArrayList<>();
        for (Path header : headers) {
            try {
                WfdbHeader read = WfdbHeader.parse(Files.readString(header));
                byte[] signals = Files.readAllBytes(header.resolveSibling(WfdbSignals.file(read)));
                sets.computeIfAbsent(set(folder.relativize(header)), name -> new ArrayList<>())
                        .add(WfdbSignals.read(read, signals).counts());
            } catch (WfdbException | IOException e) {
                unread.add(folder.relativize(header) + ": " + e.getMessage());
            }
        }
        return new RecordFolders(sets, unread);
    }

    private static String set(Path header) {
        String letters = header.getFileName().toString().replaceFirst("(?s)[^A-Za-z].*", "");
        String first = header.getNameCount() > 1 ? header.getName(0).toString() : "";
        return letters.length() > 2 ? first : (first + " " + letters).strip();
    }
}
