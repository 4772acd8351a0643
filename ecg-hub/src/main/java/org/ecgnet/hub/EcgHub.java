package org.ecgnet.hub;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ecgnet.hub.broker.BrokerException;
import org.ecgnet.hub.ca.AuthorityException;
import org.ecgnet.hub.console.ConsoleException;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.hub.store.postgres.PostgresException;
import org.ecgnet.protocol.release.ReleaseException;
import org.ecgnet.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The hub's command line. */
@Command(
        name = "ecg-hub",
        description = "The county's ECG hub.",
        mixinStandardHelpOptions = true,
        versionProvider = EcgHub.Version.class,
        subcommands = {
            EcgHub.Run.class,
            AccountCommand.class,
            AuditCommand.class,
            CaCommand.class,
            ReleaseCommand.class,
            SecretCommand.class,
            EcgHub.ShowConfig.class
        })
public final class EcgHub {

    private EcgHub() {}

    /** @param arguments see {@code --help} */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new EcgHub())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof SettingsException
                            || failure instanceof AuthorityException
                            || failure instanceof ReleaseException
                            || failure instanceof PostgresException
                            || failure instanceof BrokerException
                            || failure instanceof ConsoleException
                            || failure instanceof DatabaseException) {
                        line.getErr().println("ecg-hub: " + failure.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                });
    }

    /** Runs the hub until it is told to stop. */
    @Command(name = "run", description = "Run the hub until SIGTERM or Ctrl-C.", mixinStandardHelpOptions = true)
    static final class Run implements Runnable {

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "the settings (HOCON)")
        private Path config = Path.of("ecg-hub.conf");

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            HubSettings settings = HubSettings.load(config);
            var starting = new CompletableFuture<Optional<HubServer>>();
            var stopped = new CountDownLatch(1);
            // Registered first: told to stop while it starts, the hub finishes starting and then closes what it
            // started.
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                starting.join().ifPresent(HubServer::close);
                                stopped.countDown();
                            },
                            "shutdown"));
            HubServer server;
            try {
                server = HubServer.start(settings, Clock.systemUTC());
                starting.complete(Optional.of(server));
            } finally {
                starting.complete(Optional.empty());
            }
            spec.commandLine()
                    .getOut()
                    .println("{\"event\":\"ready\",\"console\":\""
                            + server.consoleUrl().orElse("") + "\",\"mqtt\":" + server.mqttPort() + "}");
            spec.commandLine().getOut().flush();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Checks a settings file. */
    @Command(
            name = "config",
            description = "Check a settings file; without one, print every setting with its unit and default.",
            mixinStandardHelpOptions = true)
    static final class ShowConfig implements Runnable {

        @Option(names = "--config", paramLabel = "FILE", description = "the settings to check (HOCON)")
        private Optional<Path> config = Optional.empty();

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            config.ifPresentOrElse(
                    file -> {
                        HubSettings.load(file);
                        spec.commandLine().getOut().println(file + ": good");
                    },
                    () -> spec.commandLine().getOut().println(HubSettings.reference()));
        }
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = EcgHub.class.getPackage().getImplementationVersion();
            return new String[] {"ecg-hub " + (version == null ? "(not packaged)" : version)};
        }
    }
}
