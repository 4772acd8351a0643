package org.ecgnet.ops.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One running program that tells of itself in JSON lines with an {@code event} on standard output. Safe for use by many
 * threads.
 */
public final class Program implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Process process;
    private final Path log;
    private final List<JsonNode> said = new CopyOnWriteArrayList<>();
    private final List<Waiter> waiters = new CopyOnWriteArrayList<>();
    private volatile boolean closing;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Program start(String name, List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            Program program = new Program(name, process, log);
            Thread reader = new Thread(program::listen, name + "-output");
            reader.setDaemon(true);
            reader.start();
            return program;
        } catch (IOException e) {
            throw new ProgramException("cannot start " + name, e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    hear(JSON.readTree(line));
                }
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(name + " printed a line that is no JSON", e);
        } catch (IOException e) {
            if (!closing) {
                throw new UncheckedIOException("cannot read what " + name + " prints", e);
            }
        } finally {
            waiters.forEach(waiter -> waiter.ended(this));
        }
    }

    private void hear(JsonNode event) {
        said.add(event);
        waiters.forEach(waiter -> waiter.hear(event));
    }

    /**
     * Waits for an event of this name, also one said before.
     *
     * @throws ProgramException when the program ends first or the time runs out
     */
    public JsonNode await(String event, Duration atMost) {
        Waiter waiter = new Waiter(event, new CompletableFuture<>());
        waiters.add(waiter);
        said.forEach(waiter::hear);
        if (!process.isAlive()) {
            waiter.ended(this);
        }
        try {
            return waiter.heard().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ProgramException(
                    name + " did not say '" + event + "' in " + atMost.toSeconds() + " s; see " + log, e);
        } catch (ExecutionException e) {
            throw new ProgramException(name + " ended before it said '" + event + "'; see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramException("interrupted while waiting for " + name, e);
        } finally {
            waiters.remove(waiter);
        }
    }

    /** The last event of this name that the program said. */
    public Optional<JsonNode> last(String event) {
        return said.stream()
                .filter(node -> node.path("event").asText().equals(event))
                .reduce((first, second) -> second);
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    /** The plug is pulled: SIGKILL, nothing is written any more. */
    public void kill() {
        closing = true;
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and after ten seconds no longer asks. */
    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private record Waiter(String event, CompletableFuture<JsonNode> heard) {

        void hear(JsonNode said) {
            if (said.path("event").asText().equals(event)) {
                heard.complete(said);
            }
        }

        void ended(Program program) {
            heard.completeExceptionally(new ProgramException(program.name
                    + (program.process.isAlive()
                            ? " closed its output"
                            : " ended with " + program.process.exitValue())));
        }
    }
}
