package org.ecgnet.edge.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Keeps an agent running; what a clinic's service starts. No picocli: this process stays small. */
public final class LaunchCommand {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final int USAGE = 2;

    private LaunchCommand() {}

    /** {@code PROGRAMS-FOLDER RUN-ARGUMENT...}; the installed version is where this class is. */
    public static void main(String[] given) throws IOException, URISyntaxException, InterruptedException {
        if (given.length == 0) {
            System.err.println("launch: FOLDER --config FILE (FOLDER: where new versions are kept)");
            System.exit(USAGE);
        }
        Path jar = Path.of(LaunchCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Programs programs = new Programs(jar.toAbsolutePath().resolveSibling(""), Path.of(given[0]));
        List<String> arguments = Arrays.asList(given).subList(1, given.length);
        Launcher launcher = new Launcher(programs, arguments, READY_WITHIN, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
        launcher.run();
    }
}
