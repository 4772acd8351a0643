package org.ecgnet.ops.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.program.ProgramException;

/**
 * Debian's own Mosquitto, with the settings that we ship in {@code ops/deploy/mosquitto}, and Debian's own PostgreSQL, as
 * a county would run them beside the hub. Each can be killed and started again.
 */
final class ExternalServers implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-test";

    private final Path folder;
    private final Path repository;
    private final int mqttPort;
    private final int postgresPort;
    /** Its own temporary folder: JUnit's may be closed to the plain user that PostgreSQL runs as. */
    private final Path postgres;

    private Optional<Process> mosquitto = Optional.empty();

    ExternalServers(Path folder, Path repository, int mqttPort, int postgresPort) throws IOException {
        this.postgres = Files.createTempDirectory("ecg-external-postgres");
        this.folder = folder;
        this.repository = repository;
        this.mqttPort = mqttPort;
        this.postgresPort = postgresPort;
    }

    /** What is missing to run this, as the command that would install it; empty when nothing is. */
    static Optional<String> missing() {
        boolean broker = Files.isExecutable(Path.of("/usr/sbin/mosquitto"));
        boolean database = postgresPrograms().isPresent();
        return broker && database
                ? Optional.empty()
                : Optional.of("SKIPPED: sudo apt-get install --no-install-recommends" + (broker ? "" : " mosquitto")
                        + (database ? "" : " postgresql-15"));
    }

    private static Optional<Path> postgresPrograms() {
        return List.of("15", "16", "17").stream()
                .map(version -> Path.of("/usr/lib/postgresql", version, "bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .findFirst();
    }

    void start() throws IOException {
        Path ca = folder.resolve("ca");
        CountyAuthority.init(ca, List.of("localhost", "127.0.0.1"), Instant.now());
        Path broker = Files.createDirectories(folder.resolve("mosquitto"));
        Path shipped = repository.resolve("ops/deploy/mosquitto");
        String settings = Files.readString(shipped.resolve("mosquitto.conf")).replace("8883", "" + mqttPort);
        Files.writeString(broker.resolve("mosquitto.conf"), root() ? settings + "\nuser root\n" : settings);
        Files.copy(shipped.resolve("acl"), broker.resolve("acl"));
        Files.copy(ca.resolve("ca.pem"), broker.resolve("ca.pem"));
        Files.copy(ca.resolve("hub-server.pem"), broker.resolve("hub-server.pem"));
        Files.copy(ca.resolve("hub-server.key"), broker.resolve("hub-server.key"));
        startBroker();
        makeDatabase();
        startDatabase();
    }

    HubPlan.Parts parts() {
        return new HubPlan.Parts(
                Optional.of(folder.resolve("ca")),
                Optional.of("ssl://localhost:" + mqttPort),
                Optional.of("jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres?user=ecg&password=" + PASSWORD));
    }

    void startBroker() throws IOException {
        mosquitto = Optional.of(new ProcessBuilder("/usr/sbin/mosquitto", "-c", "mosquitto.conf")
                .directory(folder.resolve("mosquitto").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mosquitto.log").toFile()))
                .start());
    }

    void killBroker() {
        mosquitto.orElseThrow().destroyForcibly();
        mosquitto.orElseThrow().onExit().join();
    }

    private void makeDatabase() throws IOException {
        Path password = postgres.resolve("password");
        Files.writeString(password, PASSWORD);
        if (root()) {
            run("chown", "-R", "nobody:nogroup", postgres.toString());
        }
        asPlainUser(
                "initdb",
                "-D",
                postgres.resolve("data").toString(),
                "-U",
                "ecg",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C");
    }

    void startDatabase() {
        asPlainUser(
                "pg_ctl",
                "-D",
                postgres.resolve("data").toString(),
                "-w",
                "-l",
                postgres.resolve("log").toString(),
                "-o",
                "-p " + postgresPort + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
                "start");
    }

    /** SIGKILL to the postmaster: its children notice and end. */
    void killDatabase() throws IOException {
        Path data = postgres.resolve("data");
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    }

    private void asPlainUser(String program, String... arguments) {
        Path bin = postgresPrograms().orElseThrow();
        var command = new java.util.ArrayList<String>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("postgres-commands.log").toFile()))
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                String log = Files.readString(folder.resolve("postgres-commands.log"), StandardCharsets.UTF_8);
                throw new ProgramException(command[0] + " failed: " + log);
            }
        } catch (IOException e) {
            throw new ProgramException("cannot run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramException("interrupted in " + command[0], e);
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    @Override
    public void close() throws IOException {
        mosquitto.ifPresent(Process::destroyForcibly);
        if (Files.exists(postgres.resolve("data/postmaster.pid"))) {
            killDatabase();
        }
        run("rm", "-rf", postgres.toString());
    }
}
