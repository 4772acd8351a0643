package org.ecgnet.hub.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on loopback, with a password, fsync on, in a folder of its own; started again when it dies.
 *
 * <p>The server outlives a hub that is killed. The next start finds it by {@code postmaster.pid} and goes on with it.
 * Safe for use by many threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "ecg";
    private static final int PASSWORD_BYTES = 24;
    private static final Duration GRACE = Duration.ofMillis(200);

    private final PlainUser plainUser;
    private final Path binaries;
    private final Path folder;
    private final Duration patience;
    private final String password;
    private final ServerWatch watch = new ServerWatch(new Watched());
    private int port;

    private EmbeddedPostgres(PlainUser plainUser, Path binaries, Path folder, Duration patience, String password) {
        this.plainUser = plainUser;
        this.binaries = binaries;
        this.folder = folder;
        this.patience = patience;
        this.password = password;
    }

    /**
     * Initialises the folder on first use, and starts the server or takes over the one that runs there.
     *
     * @param binaries where the server's programs are, or are unpacked to
     * @param folder for data, password and log; readable by nobody else
     * @param patience how long a start or a stop may take
     * @throws PostgresException when it cannot be started
     */
    public static EmbeddedPostgres start(Path binaries, Path folder, Duration patience) {
        PlainUser plainUser = PlainUser.find();
        Path programs = PostgresBinaries.unpack(binaries.toAbsolutePath());
        Path home = folder.toAbsolutePath();
        try {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            var server = new EmbeddedPostgres(plainUser, programs, home, patience, password(home));
            server.initialise();
            server.run();
            server.watch.start();
            return server;
        } catch (IOException e) {
            throw new PostgresException(
                    "cannot prepare the database folder " + home + ": may this user write there?", e);
        }
    }

    /**
     * The server that another process runs on this folder; empty when none does.
     *
     * @throws PostgresException when the folder cannot be read by this user
     */
    public static Optional<Running> running(Path folder) {
        Path home = folder.toAbsolutePath();
        try {
            Optional<PostmasterFile> file = PostmasterFile.read(home.resolve("data"))
                    .filter(found -> found.ready() && found.process().isPresent());
            if (file.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Running(url(file.get().port()), USER, password(home)));
        } catch (IOException e) {
            throw new PostgresException("cannot read the database folder " + home + ": is it this user's?", e);
        }
    }

    /** How to reach a server that another process runs. */
    public record Running(String jdbcUrl, String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Running[" + user + " at " + jdbcUrl + "]";
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** For a client on this machine. */
    public synchronized String jdbcUrl() {
        return url(port);
    }

    /** The server's owner, who may do anything in it. */
    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The server's process, for those who must know it is alive. */
    public Optional<ProcessHandle> process() {
        try {
            return PostmasterFile.read(data()).flatMap(PostmasterFile::process);
        } catch (IOException e) {
            throw new PostgresException("cannot read postmaster.pid in " + folder, e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private void initialise() throws IOException {
        if (Files.isDirectory(data())) {
            return;
        }
        plainUser.own(folder);
        Path fresh = folder.resolve("data." + ProcessHandle.current().pid() + ".part");
        command(
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile",
                        folder.resolve("password").toString(),
                        "-E",
                        "UTF8",
                        "--locale=C"));
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized void run() throws IOException {
        Optional<PostmasterFile> left = PostmasterFile.read(data());
        Optional<ProcessHandle> alive = left.flatMap(PostmasterFile::process);
        if (left.isPresent() && alive.isPresent() && left.get().ready()) {
            port = left.get().port();
            LOGGER.info(
                    "database server of an earlier run taken over: process {}, port {}",
                    left.get().pid(),
                    port);
            return;
        }
        if (alive.isPresent()) {
            stopServer("immediate");
        }
        if (port == 0) {
            port = freePort();
        }
        Path log = folder.resolve("server.log");
        command(
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-s",
                        "-t",
                        "" + patience.toSeconds(),
                        "-D",
                        data().toString(),
                        "-l",
                        log.toString(),
                        "-o",
                        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                                + " -c fsync=on -c synchronous_commit=on -c max_connections=60"
                                + " -c log_min_error_statement=panic -c log_error_verbosity=terse"));
        if (process().isEmpty()) {
            throw new PostgresException("the database server ended at once: see " + log);
        }
        LOGGER.info("database server started: port {}", port);
    }

    /** Leaves the server running and unwatched, as a hub that is killed does. */
    void abandon() {
        watch.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Stops the server; its data stays. */
    @Override
    public void close() {
        watch.close();
        if (process().isPresent()) {
            stopServer("fast");
        }
    }

    private void stopServer(String mode) {
        command(
                "pg_ctl",
                List.of("stop", "-w", "-s", "-m", mode, "-t", "" + patience.toSeconds(), "-D", data().toString()));
    }

    private void command(String program, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(binaries.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        Path said = folder.resolve(program + ".log");
        try {
            Process process = new ProcessBuilder(plainUser.command(line))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis() + GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new PostgresException(program + " took longer than " + patience.toSeconds() + " s: see " + said);
            }
            if (process.exitValue() != 0) {
                throw new PostgresException(program + " failed with " + process.exitValue() + ": "
                        + Files.readString(said, StandardCharsets.UTF_8).strip());
            }
            Files.writeString(said, "", StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new PostgresException("cannot run " + program + " in " + binaries, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException(program + " was interrupted", e);
        }
    }

    /** This server as its watch sees it. */
    private final class Watched implements ServerWatch.Server {

        @Override
        public boolean process() {
            return EmbeddedPostgres.this.process().isPresent();
        }

        @Override
        public boolean ready() {
            return running(folder).isPresent();
        }

        @Override
        public void startAgain() {
            try {
                run();
            } catch (IOException e) {
                throw new PostgresException("cannot read postmaster.pid in " + folder, e);
            }
        }
    }
}
