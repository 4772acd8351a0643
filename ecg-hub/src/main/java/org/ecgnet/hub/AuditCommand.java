package org.ecgnet.hub;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ecgnet.hub.audit.AuditCheck;
import org.ecgnet.hub.audit.AuditRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ecg-hub audit verify}: whether anybody changed what was written down. */
@Command(
        name = "audit",
        description = "The record of who saw and did what.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditCommand.Verify.class)
final class AuditCommand {

    /** Exit code 0 for a whole chain, 1 for a broken one. */
    @Command(name = "verify", description = "Check every entry's hash.", mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "the hub's settings")
        private Path config = Path.of("ecg-hub.conf");

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public Integer call() {
            AuditCheck check;
            try (CommandDatabase database = CommandDatabase.open(HubSettings.load(config))) {
                check = database.database()
                        .inTransaction(transaction ->
                                transaction.repository(AuditRepository.class).check());
            }
            if (check instanceof AuditCheck.Broken broken) {
                spec.commandLine().getOut().println("BROKEN at entry " + broken.number() + ": " + broken.reason());
                return CommandLine.ExitCode.SOFTWARE;
            }
            spec.commandLine().getOut().println("whole: " + ((AuditCheck.Whole) check).entries() + " entries");
            return CommandLine.ExitCode.OK;
        }
    }
}
