package org.ecgnet.sim.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecgnet.sim.device.SimulatedUnit;
import org.ecgnet.sim.fault.FaultPlan;
import org.ecgnet.sim.fault.LineNoise;
import org.ecgnet.sim.fault.LineState;

/**
 * One unit on one pseudo-terminal, with its faults. While nobody has the port open, what the unit says is lost, as on a
 * real line. For one thread.
 */
public final class VirtualLine implements AutoCloseable {

    /** What waits for an edge that reads too slowly; the rest is lost, as with a real driver. */
    private static final int MOST_WAITING = 256 * 1024;

    private final SimulatedUnit unit;
    private final FaultPlan faults;
    private final LineNoise noise;
    private final Optional<Path> link;
    private final Consumer<Path> plugged;
    private final byte[] buffer = new byte[1024];
    private Optional<Pty> pty = Optional.empty();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private long startedAt;

    /**
     * @param link a symbolic link that always points at the port; replaced when it exists
     * @param plugged told the port whenever the unit is plugged in
     */
    public VirtualLine(
            SimulatedUnit unit, FaultPlan faults, LineNoise noise, Optional<Path> link, Consumer<Path> plugged) {
        this.unit = unit;
        this.faults = faults;
        this.noise = noise;
        this.link = link;
        this.plugged = plugged;
    }

    /** Plugs the unit in; fault times count from now. */
    public void start(long now) {
        startedAt = now;
        plugIn();
    }

    private void plugIn() {
        Pty fresh = Pty.open();
        pty = Optional.of(fresh);
        link.ifPresent(path -> point(path, fresh.port()));
        plugged.accept(fresh.port());
    }

    /** At no time is the link missing: the new one takes the place of the old. */
    private static void point(Path link, Path port) {
        try {
            Path fresh = link.resolveSibling(link.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, port);
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("pointing " + link + " at " + port, e);
        }
    }

    /** Moves what is due. */
    public void tick(long now) {
        LineState state = faults.at(Duration.ofNanos(now - startedAt));
        if (state == LineState.UNPLUGGED) {
            pty.ifPresent(open -> unplug());
            return;
        }
        if (pty.isEmpty()) {
            plugIn();
        }
        Pty open = pty.orElseThrow();
        int read = open.read(buffer);
        if (read > 0) {
            unit.receive(buffer, read, now);
        }
        byte[] said = noise.pass(unit.step(now));
        if (read == Pty.NOBODY) {
            if (waitingBytes > 0 || said.length > 0) {
                forget();
                open.flush();
            }
            return;
        }
        if (said.length > 0 && waitingBytes + said.length <= MOST_WAITING) {
            waiting.add(said);
            waitingBytes += said.length;
        }
        if (state == LineState.CONNECTED) {
            write(open);
        }
    }

    /** As much as the kernel takes. */
    private void write(Pty open) {
        while (!waiting.isEmpty()) {
            byte[] first = waiting.remove();
            int written = open.write(first);
            waitingBytes -= written;
            if (written < first.length) {
                waiting.addFirst(Arrays.copyOfRange(first, written, first.length));
                return;
            }
        }
    }

    private void forget() {
        waiting.clear();
        waitingBytes = 0;
    }

    private void unplug() {
        unit.unplugged();
        forget();
        pty.ifPresent(Pty::close);
        pty = Optional.empty();
    }

    @Override
    public void close() {
        unplug();
        link.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("removing the link " + path, e);
            }
        });
    }
}
