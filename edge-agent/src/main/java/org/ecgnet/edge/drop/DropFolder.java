package org.ecgnet.edge.drop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecgnet.format.cart.CartFiles;
import org.ecgnet.format.cart.CartReading;
import org.ecgnet.format.cart.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the folder. For one thread; time is an argument, in nanoseconds of a clock that only goes forward.
 *
 * <p>A file is stored before it is moved: a power cut between the two finds it here again, and makes the same exam.
 */
final class DropFolder {

    private static final Logger LOGGER = LoggerFactory.getLogger(DropFolder.class);
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final int MOST_OF_A_NAME = 100_000;

    private final DropSettings settings;
    private final DropSink sink;
    private final Map<Path, Seen> waiting = new HashMap<>();
    private String told = "";

    /** How a file was when it was last looked at, and since when it was so. */
    private record Seen(long size, Instant changed, long sinceNanos) {
        boolean same(BasicFileAttributes now) {
            return size == now.size() && changed.equals(now.lastModifiedTime().toInstant());
        }
    }

    DropFolder(DropSettings settings, DropSink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    /** Takes every file that is whole; returns how many were taken or refused. */
    int look(long nowNanos) {
        try {
            Files.createDirectories(settings.folder().resolve(DONE));
            Files.createDirectories(settings.folder().resolve(REFUSED));
            List<Path> there = files();
            waiting.keySet().retainAll(there);
            int handled = 0;
            Optional<IOException> trouble = Optional.empty();
            for (Path file : there) {
                try {
                    handled += whole(file, nowNanos) && handle(file) ? 1 : 0;
                } catch (IOException e) {
                    trouble = Optional.of(e); // such as a file that its writer still holds: the others need not wait
                }
            }
            tell(trouble);
            return handled;
        } catch (IOException e) {
            tell(Optional.of(e));
            return 0;
        }
    }

    /** On change. A file's name may hold a patient's: the kind of trouble is all that is said. */
    private void tell(Optional<IOException> trouble) {
        String kind = trouble.map(e -> e.getClass().getSimpleName()).orElse("");
        if (!kind.isEmpty() && !kind.equals(told)) {
            LOGGER.warn("The folder for files of carts, or a file there, cannot be used, trying again: {}", kind);
        }
        told = kind;
    }

    /** Hidden files and those under a working name are their writer's. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(settings.folder())) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !workingName(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean workingName(String name) {
        return name.startsWith(".") || name.startsWith("~") || name.endsWith(".tmp") || name.endsWith(".part");
    }

    private boolean whole(Path file, long nowNanos) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Seen before = waiting.get(file);
        if (before == null || !before.same(now)) {
            waiting.put(file, new Seen(now.size(), now.lastModifiedTime().toInstant(), nowNanos));
            return settings.stableFor().isZero();
        }
        return nowNanos - before.sinceNanos() >= settings.stableFor().toNanos();
    }

    /** False when the file stays where it is. */
    private boolean handle(Path file) throws IOException {
        if (Files.size(file) > CartFiles.MOST_BYTES) {
            refuse(file, new CartReading.Refused(Refusal.TOO_LARGE, Files.size(file) + " bytes"));
            return true;
        }
        byte[] bytes = Files.readAllBytes(file);
        CartReading reading = CartFiles.read(bytes);
        if (reading instanceof CartReading.Accepted accepted) {
            DroppedExam exam = ExamOfFile.of(bytes, accepted, settings.zone());
            if (!sink.take(exam)) {
                return false;
            }
            move(file, free(DONE, file.getFileName().toString()));
            LOGGER.info("Exam {} came as a file: {}", exam.examId(), accepted.format());
        } else if (reading instanceof CartReading.Refused refused) {
            refuse(file, refused);
        }
        return true;
    }

    /** The text is there before the file: it is never refused without a word. */
    private void refuse(Path file, CartReading.Refused refused) throws IOException {
        Path to = free(REFUSED, file.getFileName().toString());
        Files.writeString(to.resolveSibling(to.getFileName() + ".txt"), words(refused), StandardCharsets.UTF_8);
        move(file, to);
        LOGGER.warn("A file of a cart was refused: {} ({})", refused.refusal(), refused.detail());
    }

    /** Read on old Windows computers too: the mark tells Notepad that it is UTF-8. */
    private static String words(CartReading.Refused refused) {
        Refusal why = refused.refusal();
        return "\uFEFF" + why.chinese() + "\r\n" + why.chineseRemedy() + "\r\n\r\n" + why.english() + "\r\n"
                + why.englishRemedy() + "\r\n\r\n(" + why + ": " + refused.detail() + ")\r\n";
    }

    /** Never over another file: a name that is taken gets a number. */
    private Path free(String folder, String name) throws IOException {
        Path target = settings.folder().resolve(folder);
        for (int number = 1; number < MOST_OF_A_NAME; number++) {
            Path to = target.resolve(number == 1 ? name : number + "-" + name);
            if (Files.notExists(to)) {
                return to;
            }
        }
        throw new IOException("no free name in " + folder);
    }

    private static void move(Path file, Path to) throws IOException {
        try {
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, to);
        }
    }

    /** How often to look. */
    Duration every() {
        return settings.every();
    }
}
