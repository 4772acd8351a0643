package org.ecgnet.sim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code device-sim settings}. */
@Command(
        name = "settings",
        description = "Prints every setting with its default and what it means.",
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (InputStream reference = Objects.requireNonNull(
                SettingsCommand.class.getResourceAsStream("/device-sim-reference.conf"), "reference settings")) {
            spec.commandLine().getOut().print(new String(reference.readAllBytes(), StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }
}
