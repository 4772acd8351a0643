package org.ecgnet.ops.benchmark.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ops.county.ClinicPage;

/** An agent under its launcher, started as a clinic's service starts it. */
final class LaunchedAgent implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(".*\"event\":\"ready\",\"page\":\"([^\"]+)\".*");
    private static final double KIBIBYTES_A_MEBIBYTE = 1024;

    private final Process launcher;
    private final double readyMillis;
    private final ClinicPage page;

    LaunchedAgent(Path jar, Path programs, Path settings, Path log) throws IOException {
        long start = System.nanoTime();
        launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-cp",
                        jar.toString(),
                        "org.ecgnet.edge.launch.LaunchCommand",
                        programs.toString(),
                        "--config",
                        settings.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8);
        Matcher ready = READY.matcher("");
        while (!ready.matches()) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the launcher ended; see " + log);
            }
            ready = READY.matcher(line);
        }
        readyMillis = (System.nanoTime() - start) / 1e6;
        page = new ClinicPage(URI.create(ready.group(1)));
    }

    /** From the start of the launcher to the page that answers. */
    double readyMillis() {
        return readyMillis;
    }

    ClinicPage page() {
        return page;
    }

    /** Resident memory of the agent alone, MiB: now ({@code VmRSS}) or at most ({@code VmHWM}). */
    double agentMebibytes(String field) throws IOException {
        return mebibytes(launcher.children().findFirst().orElseThrow().pid(), field);
    }

    /** The same of the launcher. */
    double launcherMebibytes(String field) throws IOException {
        return mebibytes(launcher.pid(), field);
    }

    private static double mebibytes(long pid, String field) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
        String line =
                status.stream().filter(one -> one.startsWith(field)).findFirst().orElseThrow();
        return Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES_A_MEBIBYTE;
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(40, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the launcher does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
