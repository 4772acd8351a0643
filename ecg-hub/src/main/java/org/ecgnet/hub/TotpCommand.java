package org.ecgnet.hub;

import java.nio.file.Path;
import java.time.Clock;
import org.ecgnet.hub.identity.SecondFactorDesk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ecg-hub account totp}: second factors of those who lost theirs. */
@Command(
        name = "totp",
        description = "Second factors of those who lost theirs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TotpCommand {

    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Command(
            name = "reset",
            description =
                    "Take an account's second factor away and end its sessions: the password alone opens it again.",
            mixinStandardHelpOptions = true)
    void reset(
            @Parameters(paramLabel = "NAME", description = "the account") String name,
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "the hub's settings")
                    Path config) {
        try (CommandDatabase database = CommandDatabase.open(HubSettings.load(config))) {
            if (!SecondFactorDesk.reset(database.database(), name, "ecg-hub account", clock.instant())) {
                throw new ParameterException(spec.commandLine(), "there is no second factor of an account " + name);
            }
            spec.commandLine().getOut().println("second factor of " + name + " taken away");
        }
    }
}
