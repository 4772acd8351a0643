package org.ecgnet.edge;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ecgnet.edge.enrol.EnrolmentException;
import org.ecgnet.edge.launch.AgentNews;
import org.ecgnet.edge.launch.Programs;
import org.ecgnet.edge.serial.JSerialCommLink;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.edge.uplink.UplinkException;
import org.ecgnet.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of one clinic's edge agent. Exit codes: 0 done, 1 failed, 2 used wrongly or set wrongly. */
@Command(
        name = "edge-agent",
        description = "Records ECGs at one clinic, keeps them safe and sends them to the county hub.",
        mixinStandardHelpOptions = true,
        versionProvider = EdgeAgent.Version.class,
        subcommands = {
            EdgeAgent.Run.class,
            EdgeAgent.ShowConfig.class,
            EdgeAgent.Ports.class,
            DevicesCommand.class,
            DoctorCommand.class,
            EnrolCommand.class
        })
public final class EdgeAgent {

    private static final Logger LOGGER = LoggerFactory.getLogger(EdgeAgent.class);
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private EdgeAgent() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, not yet run. */
    static CommandLine commandLine() {
        return new CommandLine(new EdgeAgent()).setExecutionExceptionHandler((e, line, parsed) -> {
            if (e instanceof SettingsException
                    || e instanceof StoreException
                    || e instanceof UplinkException
                    || e instanceof EnrolmentException) {
                line.getErr().println("edge-agent: " + e.getMessage());
                return e instanceof SettingsException ? USAGE : FAILED;
            }
            throw e;
        });
    }

    static String version() {
        return Optional.ofNullable(EdgeAgent.class.getPackage().getImplementationVersion())
                .orElse("0.1.0-dev");
    }

    /** What --version prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"edge-agent " + version()};
        }
    }

    /** Runs until the process is told to end. */
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Runs the agent. Prints one JSON line with the page's address when it is ready.")
    static final class Run implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "Settings, HOCON.")
        private Path config = Path.of("");

        @Option(
                names = "--programs",
                paramLabel = "FOLDER",
                description = "Where new versions are kept. Given by the launcher, whose end is the agent's too.")
        private Optional<Path> programs = Optional.empty();

        @Override
        public Integer call() throws InterruptedException {
            Agent agent = Agent.start(EdgeSettings.of(config), version(), Clock.systemUTC());
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                agent.close();
                                ended.countDown();
                            },
                            "shutdown"));
            tell(new AgentNews.Ready(agent.pagePort()));
            programs.ifPresent(folder -> {
                agent.keepUpToDate(Programs.besides(folder), this::tell);
                endWithLauncher();
            });
            ended.await();
            return 0;
        }

        private void tell(AgentNews news) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(news.line());
            out.flush();
            if (news instanceof AgentNews.Update || news instanceof AgentNews.TakeBack) {
                System.exit(0);
            }
        }

        private static void endWithLauncher() {
            Thread watch = new Thread(
                    () -> {
                        try (InputStream fromLauncher = System.in) {
                            fromLauncher.transferTo(OutputStream.nullOutputStream());
                        } catch (IOException e) {
                            LOGGER.warn("The launcher cannot be heard any more: {}", e.getMessage());
                        }
                        System.exit(0);
                    },
                    "launcher");
            watch.setDaemon(true);
            watch.start();
        }
    }

    /** Shows what is set. */
    @Command(
            name = "config",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Prints the effective settings, secrets masked, and checks them.")
    static final class ShowConfig implements Callable<Integer> {

        private static final List<String> SECRETS = List.of("hub.keystore-password", "hub.truststore-password");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "Settings, HOCON.")
        private Path config = Path.of("");

        @Override
        public Integer call() {
            Config all = EdgeSettings.given(config)
                    .withFallback(EdgeSettings.reference())
                    .resolve();
            for (String secret : SECRETS) {
                if (!all.getString(secret).isEmpty()) {
                    all = all.withValue(secret, ConfigValueFactory.fromAnyRef("***"));
                }
            }
            spec.commandLine()
                    .getOut()
                    .println(all.root()
                            .render(ConfigRenderOptions.defaults()
                                    .setOriginComments(false)
                                    .setJson(false)));
            EdgeSettings.of(config);
            return 0;
        }
    }

    /** Lists serial ports. */
    @Command(
            name = "ports",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Lists the serial ports that the system knows. A virtual one is never listed, but works.")
    static final class Ports implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            List<String> ports = JSerialCommLink.listed();
            PrintWriter out = spec.commandLine().getOut();
            ports.forEach(out::println);
            if (ports.isEmpty()) {
                out.println("no serial port: is the unit plugged in?");
            }
            return 0;
        }
    }
}
