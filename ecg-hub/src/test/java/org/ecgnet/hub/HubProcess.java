package org.ecgnet.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub in a process of its own, to be killed. */
final class HubProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("\\{\"event\":\"ready\".*\"mqtt\":(\\d+)\\}");

    private final Process process;
    private final int mqttPort;

    private HubProcess(Process process, int mqttPort) {
        this.process = process;
        this.mqttPort = mqttPort;
    }

    /** Returns when the hub says that it is ready. */
    static HubProcess start(Path config) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EcgHub.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return new HubProcess(process, Integer.parseInt(ready.group(1)));
            }
        }
        throw new IOException("the hub ended before it was ready: exit "
                + process.onExit().join().exitValue());
    }

    int mqttPort() {
        return mqttPort;
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
