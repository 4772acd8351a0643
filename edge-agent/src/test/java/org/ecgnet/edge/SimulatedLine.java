package org.ecgnet.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.ecgnet.sim.device.SampleSource;
import org.ecgnet.sim.device.SampleWitness;
import org.ecgnet.sim.device.SimulatedUnit;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.fault.FaultPlan;
import org.ecgnet.sim.fault.LineNoise;
import org.ecgnet.sim.serial.LineLoop;
import org.ecgnet.sim.serial.VirtualLine;

/** A simulated unit on a real pseudo-terminal, and what it truly sent. */
final class SimulatedLine implements AutoCloseable, SampleWitness {

    static final UnitModel REFERENCE = new UnitModel.Reference("SIM-1", "1.0", 16, 5, OptionalInt.of(77), 921_600);
    static final UnitModel BOX = new UnitModel.UsbBox(4.88, 115_200);

    private final Path port;
    private final LineLoop loop;
    private final Thread thread;
    private final List<int[]> sent = new ArrayList<>();

    private SimulatedLine(Path port, UnitModel model, Supplier<SampleSource> source, String faults) {
        this.port = port;
        FaultPlan plan = faults.isEmpty() ? FaultPlan.NONE : FaultPlan.parse(faults);
        VirtualLine line = new VirtualLine(
                new SimulatedUnit(model, source, this),
                plan,
                new LineNoise(plan.flipRate(), plan.dropRate(), 11),
                Optional.of(port),
                plugged -> {});
        this.loop = new LineLoop(List.of(line), Duration.ofMillis(2));
        this.thread = new Thread(loop, "simulated unit");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    static SimulatedLine open(Path port, UnitModel model, Supplier<SampleSource> source, String faults) {
        return new SimulatedLine(port, model, source, faults);
    }

    Path port() {
        return port;
    }

    /** The samples of the last streaming, in order. */
    List<int[]> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    @Override
    public void started() {
        synchronized (sent) {
            sent.clear();
        }
    }

    @Override
    public void sent(int[] counts) {
        synchronized (sent) {
            sent.add(counts.clone());
        }
    }

    @Override
    public void stopped() {}

    @Override
    public void close() {
        loop.close();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
