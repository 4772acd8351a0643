package org.ecgnet.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.ecgnet.sim.device.SampleSource;
import org.ecgnet.sim.fault.FaultPlan;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.sim.serial.VirtualLine;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code device-sim play}. */
@Command(
        name = "play",
        description = {
            "Plays one unit. It answers IDENTIFY, streams after START and stops at STOP; a record begins at its first",
            "sample on each START and the unit stops at its end. Prints one JSON object a line: ready (port), started,",
            "stopped (samples, sha256 of them as little-endian int32, sample after sample)."
        },
        mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {

    @CommandLine.ParentCommand
    private DeviceSim program = new DeviceSim();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @ArgGroup(exclusive = true)
    private What what = new What();

    static final class What {
        @Option(names = "--scenario", paramLabel = "NAME", description = "A simulated heart.")
        private Optional<String> scenario = Optional.empty();

        @Option(names = "--record", paramLabel = "FILE.hea", description = "A WFDB recording.")
        private Optional<Path> record = Optional.empty();
    }

    @Option(names = "--seed", description = "Seed of heart and line noise.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--protocol", paramLabel = "NAME", description = "reference, usb-box-12, openbci-cyton, ...")
    private Optional<String> protocol = Optional.empty();

    @Option(names = "--link", paramLabel = "PATH", description = "A symbolic link to keep pointing at the port.")
    private Optional<Path> link = Optional.empty();

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Where to write the samples sent since the last START.")
    private Optional<Path> truth = Optional.empty();

    @Option(
            names = "--fault",
            paramLabel = "PLAN",
            description = "Such as flip=1e-4,drop=1e-4,stall@5s,resume@7s,unplug@12s,replug@15s.")
    private Optional<String> fault = Optional.empty();

    @Override
    public Integer call() throws InterruptedException, IOException {
        SimSettings settings = program.settings();
        UnitMaker maker = new UnitMaker(
                settings,
                protocol.map(Choices::protocol).orElse(settings.protocol()),
                fault.map(FaultPlan::parse).orElse(FaultPlan.NONE));
        long chosenSeed = seed.orElseGet(settings::seed);
        Announcer announcer = new Announcer(spec.commandLine().getOut(), Optional.empty());
        Supplier<SampleSource> source = source(maker, settings, chosenSeed);
        VirtualLine line = maker.line(source, chosenSeed, link, truth, announcer);
        Running.play(List.of(line), 1, settings.tick());
        return CommandLine.ExitCode.OK;
    }

    private Supplier<SampleSource> source(UnitMaker maker, SimSettings settings, long chosenSeed) throws IOException {
        if (what.record.isPresent()) {
            return UnitMaker.record(RecordFiles.read(what.record.get()));
        }
        Scenario scenario = what.scenario.map(Choices::scenario).orElse(settings.scenario());
        return maker.heart(scenario, chosenSeed);
    }
}
