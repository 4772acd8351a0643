package org.ecgnet.edge.doctor;

import static org.ecgnet.edge.doctor.Diagnosis.Subject.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the clock was set back: what the store wrote last must not lie in the future. How far the clock is off the hub's is
 * measured by the hub, which shows it at the console.
 */
final class ClockCheck implements Check {

    private static final Duration DIFFERS = Duration.ofMinutes(2);

    @Override
    public List<Diagnosis> look(Installation installation, Instant now) {
        Optional<Instant> last = lastWritten(installation.store().folder());
        if (last.isPresent() && last.get().isAfter(now.plus(DIFFERS))) {
            return List.of(Diagnosis.fail(
                    CLOCK,
                    "it is " + now + " by this computer, but the store was written at " + last.get(),
                    "set the clock, and let it follow the network's time (Windows: Settings, Time; Debian: timedatectl"
                            + " set-ntp true)"));
        }
        return List.of(Diagnosis.ok(CLOCK, now + " by this computer"));
    }

    private static Optional<Instant> lastWritten(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(ClockCheck::written).max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty(); // the store's check says it
        }
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // gone meanwhile
        }
    }
}
