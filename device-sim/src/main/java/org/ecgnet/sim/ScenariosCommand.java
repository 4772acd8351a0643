package org.ecgnet.sim;

import org.ecgnet.sim.heart.Scenario;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code device-sim scenarios}. */
@Command(name = "scenarios", description = "Lists what can be played.", mixinStandardHelpOptions = true)
final class ScenariosCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        for (Scenario scenario : Scenario.values()) {
            spec.commandLine().getOut().printf("%-20s %s%n", scenario.slug(), scenario.description());
        }
    }
}
