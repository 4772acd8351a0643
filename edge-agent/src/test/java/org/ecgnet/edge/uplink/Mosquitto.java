package org.ecgnet.edge.uplink;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real Mosquitto with mutual TLS on a free port of 127.0.0.1; topics are not restricted. */
public final class Mosquitto implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/sbin/mosquitto");

    private final Path config;
    private final int port;
    private Optional<Process> process = Optional.empty();

    private Mosquitto(Path config, int port) {
        this.config = config;
        this.port = port;
    }

    /** Skips the test loudly where there is no Mosquitto. */
    public static Mosquitto prepare(Path folder, TestCertificates certificates) throws IOException {
        assumeTrue(
                Files.isExecutable(BINARY),
                "SKIPPED: no Mosquitto, the uplink is not tested against a real broker: apt-get install mosquitto");
        int port;
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        Path config = folder.resolve("mosquitto.conf");
        Files.writeString(
                config,
                """
                listener %d 127.0.0.1
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                use_identity_as_username true
                tls_version tlsv1.3
                allow_anonymous false
                persistence false
                log_dest stderr
                user %s
                """
                        .formatted(
                                port,
                                certificates.authorityPem(),
                                certificates.serverPem(),
                                certificates.serverKeyPem(),
                                System.getProperty("user.name")));
        return new Mosquitto(config, port);
    }

    public int port() {
        return port;
    }

    public void start() {
        try {
            process = Optional.of(new ProcessBuilder(BINARY.toString(), "-c", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(config.resolveSibling("mosquitto.log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("starting Mosquitto", e);
        }
        Awaitility.await("Mosquitto listens").until(() -> {
            if (!process.map(Process::isAlive).orElse(false)) {
                throw new IllegalStateException(
                        "Mosquitto ended: " + Files.readString(config.resolveSibling("mosquitto.log")));
            }
            return listens();
        });
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** kill -9. */
    public void kill() {
        process.ifPresent(running -> {
            running.destroyForcibly();
            try {
                running.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        process = Optional.empty();
    }

    @Override
    public void close() {
        kill();
    }
}
