package org.ecgnet.sim;

import java.nio.file.Path;
import java.util.Optional;
import org.ecgnet.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program {@code device-sim}. */
@Command(
        name = "device-sim",
        description = "Plays simulated hearts and real recordings through virtual serial ports, as ECG units do.",
        mixinStandardHelpOptions = true,
        versionProvider = DeviceSim.Version.class,
        subcommands = {PlayCommand.class, CountyCommand.class, ScenariosCommand.class, SettingsCommand.class})
public final class DeviceSim implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (HOCON); `device-sim settings` prints all.")
    private Optional<Path> config = Optional.empty();

    /** @throws SettingsException when the file cannot be used */
    SimSettings settings() {
        return SimSettings.from(config);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = DeviceSim.class.getPackage().getImplementationVersion();
            return new String[] {"device-sim " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** Exit codes: 0 done, 1 the outside failed, 2 wrong options or settings. */
    static CommandLine commandLine() {
        return new CommandLine(new DeviceSim())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    line.getErr().println("device-sim: " + failure.getMessage());
                    boolean usage = failure instanceof SettingsException || failure instanceof IllegalArgumentException;
                    return usage ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
                });
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
