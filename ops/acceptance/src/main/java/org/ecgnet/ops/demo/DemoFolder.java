package org.ecgnet.ops.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ecgnet.ops.program.ProgramException;

/** The demo's folder: made anew each time, and never another's. */
final class DemoFolder {

    private static final String MARK = "this-is-a-demo-folder";

    private DemoFolder() {}

    /** @throws ProgramException when the folder holds anything that is not an earlier demo's */
    static void makeAnew(Path folder) {
        try {
            if (Files.exists(folder)) {
                if (!Files.exists(folder.resolve(MARK)) && !empty(folder)) {
                    throw new ProgramException(folder + " is not an earlier demo's folder: name another with --dir");
                }
                delete(folder);
            }
            Files.createDirectories(folder);
            Files.createFile(folder.resolve(MARK));
        } catch (IOException e) {
            throw new ProgramException("cannot make the folder " + folder + " anew", e);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> entries = Files.walk(folder)) {
            deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : deepestFirst) {
            Files.delete(entry);
        }
    }
}
