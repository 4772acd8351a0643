package org.ecgnet.edge.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecgnet.protocol.release.ReleaseVersion;

/**
 * Runs the agent as a child, again and again.
 *
 * <p>Standard input of the child is a pipe that nothing is written to: it ends when this process ends, whatever ends it, and
 * the child closes itself then. So a stop is gentle on every system, and no agent is ever left behind.
 */
final class Launcher {

    private static final Logger LOGGER = System.getLogger(Launcher.class.getName());
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx128m");
    private static final Duration GENTLE = Duration.ofSeconds(20);
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 30_000;
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    private final Programs programs;
    private final List<String> arguments;
    private final Duration readyWithin;
    private final PrintStream out;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long pauseMs = FIRST_PAUSE_MS;
    private volatile Optional<Process> child = Optional.empty();

    /**
     * @param arguments of {@code edge-agent run}
     * @param readyWithin a version on trial that is not ready after so long is ended
     * @param out where the child's output goes
     */
    Launcher(Programs programs, List<String> arguments, Duration readyWithin, PrintStream out) {
        this.programs = programs;
        this.arguments = List.copyOf(arguments);
        this.readyWithin = readyWithin;
        this.out = out;
    }

    /** Returns after {@link #stop}. */
    void run() throws IOException, InterruptedException {
        Optional<ReleaseVersion> installed = Programs.versionIn(programs.installed());
        while (stopped.getCount() > 0) {
            Chosen chosen = next(installed);
            long began = System.nanoTime();
            Optional<Chosen> wanted = child(chosen);
            if (wanted.isPresent()) {
                programs.choose(wanted.get());
                pauseMs = FIRST_PAUSE_MS;
            } else {
                pause(Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    private Chosen next(Optional<ReleaseVersion> installed) {
        Chosen was = programs.chosen();
        Chosen now = installed.map(was::beside).orElse(was).starting();
        if (!Files.isRegularFile(programs.home(now.version()).resolve(Programs.JAR))) {
            LOGGER.log(Level.ERROR, "version {0} is not there any more: back to the one before", now.version());
            now = now.takenBack();
        }
        if (!now.equals(was)) {
            programs.choose(now);
        }
        return now;
    }

    /** A run from start to end. @return what to run next, when the child said so */
    private Optional<Chosen> child(Chosen chosen) throws IOException, InterruptedException {
        Process process = start(chosen);
        child = Optional.of(process);
        if (stopped.getCount() == 0) {
            end(process);
        }
        CountDownLatch ready = new CountDownLatch(1);
        if (chosen.trial()) {
            Thread watch = new Thread(() -> endUnless(ready, process), "trial");
            watch.setDaemon(true);
            watch.start();
        }
        Optional<Chosen> wanted = listen(process, chosen, ready);
        int exit = process.waitFor();
        ready.countDown();
        LOGGER.log(Level.INFO, "the agent, version {0}, ended with {1}", name(chosen), exit);
        return wanted;
    }

    private static String name(Chosen chosen) {
        return chosen.version().map(ReleaseVersion::toString).orElse("as installed");
    }

    private Process start(Chosen chosen) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java(Path.of(System.getProperty("java.home"), "bin")).toString());
        command.addAll(JVM);
        command.add("-jar");
        command.add(programs.home(chosen.version()).resolve(Programs.JAR).toString());
        command.add("run");
        command.addAll(arguments);
        command.add("--programs");
        command.add(programs.folder().toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Not this process's own command: as a Windows service that is another program. */
    private static Path java(Path bin) {
        Path windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }

    private Optional<Chosen> listen(Process process, Chosen chosen, CountDownLatch ready) throws IOException {
        Optional<Chosen> wanted = Optional.empty();
        Chosen now = chosen;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                AgentNews news = AgentNews.of(line);
                if (news instanceof AgentNews.Ready) {
                    ready.countDown();
                } else if (news instanceof AgentNews.Well && now.trial()) {
                    now = now.well();
                    programs.choose(now);
                    LOGGER.log(Level.INFO, "version {0} is well and stays", name(now));
                } else if (news instanceof AgentNews.Update update) {
                    wanted = Optional.of(now.trying(update.version()));
                } else if (news instanceof AgentNews.TakeBack && now.trial()) {
                    wanted = Optional.of(now.takenBack());
                }
            }
        }
        return wanted;
    }

    private void endUnless(CountDownLatch ready, Process process) {
        try {
            if (!ready.await(readyWithin.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.log(Level.WARNING, "a version on trial is not ready after {0}: ended", readyWithin);
                end(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration lasted) throws InterruptedException {
        if (lasted.compareTo(GOOD_RUN) > 0) {
            pauseMs = FIRST_PAUSE_MS;
        }
        if (!stopped.await(pauseMs, TimeUnit.MILLISECONDS)) {
            pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
        }
    }

    /** Ends the child, gently first, and then {@link #run}. */
    void stop() {
        stopped.countDown();
        child.ifPresent(Launcher::end);
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GENTLE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
