package org.ecgnet.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecgnet.sim.SimSettings.Protocol;
import org.ecgnet.sim.device.LoopedHeart;
import org.ecgnet.sim.fault.FaultPlan;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.sim.serial.VirtualLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code device-sim county}. */
@Command(
        name = "county",
        description = {
            "Plays many units at once, named unit-000, unit-001, ...: of every ten hearts seven are normal and the",
            "others go through the scenarios. Prints the same lines as play, with the unit's name in each."
        },
        mixinStandardHelpOptions = true)
final class CountyCommand implements Callable<Integer> {

    private static final int NORMAL_OF_TEN = 7;
    private static final List<Scenario> OTHERS = List.copyOf(EnumSet.complementOf(EnumSet.of(Scenario.NORMAL)));

    @CommandLine.ParentCommand
    private DeviceSim program = new DeviceSim();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--units", paramLabel = "N", description = "How many, 1 to 5000.")
    private Optional<Integer> units = Optional.empty();

    @Option(names = "--dir", paramLabel = "DIR", description = "Where to keep a link to each unit's port.")
    private Optional<Path> dir = Optional.empty();

    @Option(names = "--scenario", paramLabel = "NAME", description = "The same heart for every unit.")
    private Optional<String> scenario = Optional.empty();

    @Option(names = "--seed", description = "Seed of the first unit; each adds its number.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--protocol", paramLabel = "NAME", description = "reference, usb-box-12, openbci-cyton, ...")
    private Optional<String> protocol = Optional.empty();

    @Option(names = "--fault", paramLabel = "PLAN", description = "The same for every unit; see play.")
    private Optional<String> fault = Optional.empty();

    private final Map<String, LoopedHeart> hearts = new HashMap<>();

    @Override
    public Integer call() throws InterruptedException, IOException {
        SimSettings settings = program.settings();
        Protocol chosen = protocol.map(Choices::protocol).orElse(settings.protocol());
        FaultPlan faults = fault.map(FaultPlan::parse).orElse(FaultPlan.NONE);
        UnitMaker maker = new UnitMaker(settings, chosen, faults);
        int count = units.orElseGet(settings.county()::units);
        if (count < 1 || count > 5000) {
            throw new IllegalArgumentException("units: " + count + " (expected: 1..5000)");
        }
        if (dir.isPresent()) {
            Files.createDirectories(dir.get());
        }
        List<VirtualLine> lines = new ArrayList<>();
        for (int unit = 0; unit < count; unit++) {
            String name = String.format("unit-%03d", unit);
            long unitSeed = seed.orElseGet(settings::seed) + unit;
            lines.add(maker.line(
                    looped(maker, heartOf(unit), unitSeed)::fromTheStart,
                    unitSeed,
                    dir.map(folder -> folder.resolve(name)),
                    Optional.empty(),
                    new Announcer(spec.commandLine().getOut(), Optional.of(name))));
        }
        Running.play(lines, settings.county().threads(), settings.county().tick());
        return CommandLine.ExitCode.OK;
    }

    private LoopedHeart looped(UnitMaker maker, Scenario heart, long unitSeed) {
        SimSettings.County county = maker.settings().county();
        long heartSeed = Math.floorMod(unitSeed, county.hearts());
        return hearts.computeIfAbsent(
                heart.slug() + "/" + heartSeed,
                key -> new LoopedHeart(maker.newHeart(heart, heartSeed), county.loopSeconds()));
    }

    private Scenario heartOf(int unit) {
        if (scenario.isPresent()) {
            return Choices.scenario(scenario.get());
        }
        if (unit % 10 < NORMAL_OF_TEN) {
            return Scenario.NORMAL;
        }
        int other = unit / 10 * (10 - NORMAL_OF_TEN) + unit % 10 - NORMAL_OF_TEN;
        return OTHERS.get(other % OTHERS.size());
    }
}
