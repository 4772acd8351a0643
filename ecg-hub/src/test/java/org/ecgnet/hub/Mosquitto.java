package org.ecgnet.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Mosquitto with the configuration that we ship, on a port of its own; killed and started again at will. */
final class Mosquitto implements AutoCloseable {

    private static final Path SHIPPED = Path.of("..", "ops", "deploy", "mosquitto");

    private final Path program;
    private final Path folder;
    private final int port;
    private Process process;

    private Mosquitto(Path program, Path folder, int port) throws IOException {
        this.program = program;
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    static Optional<Path> installed() {
        return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param authority the county's authority, in whose folder Mosquitto runs as its configuration says */
    static Mosquitto start(Path program, Path authority) throws IOException {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        Files.copy(SHIPPED.resolve("acl"), authority.resolve("acl"));
        String shipped = Files.readString(SHIPPED.resolve("mosquitto.conf"));
        if (!shipped.contains("listener 8883 ")) {
            throw new IOException("mosquitto.conf: no 'listener 8883', whose port a test replaces");
        }
        // Started by root it would become another user, who may not read this folder.
        Files.writeString(
                authority.resolve("mosquitto.conf"),
                shipped.replace("listener 8883 ", "listener " + port + " ") + "\nuser root\n");
        return new Mosquitto(program, authority, port);
    }

    private Process run() throws IOException {
        return new ProcessBuilder(program.toString(), "-c", "mosquitto.conf")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mosquitto.log").toFile()))
                .start();
    }

    String url() {
        return "ssl://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** kill -9, and another on the same port. */
    void killAndStartAgain() throws IOException {
        process.destroyForcibly().onExit().join();
        process = run();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
