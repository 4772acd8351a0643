package org.ecgnet.sim.serial;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Ticks its lines on an absolute schedule until told to stop; one thread serves hundreds of lines. */
public final class LineLoop implements Runnable, AutoCloseable {

    private final List<VirtualLine> lines;
    private final long tickNanos;
    private volatile boolean stopping;

    public LineLoop(List<VirtualLine> lines, Duration tick) {
        this.lines = List.copyOf(lines);
        this.tickNanos = tick.toNanos();
    }

    /** Runs until {@link #close}, then unplugs every unit. */
    @Override
    public void run() {
        long next = System.nanoTime();
        try {
            for (VirtualLine line : lines) {
                line.start(next);
            }
            while (!stopping) {
                long now = System.nanoTime();
                for (VirtualLine line : lines) {
                    line.tick(now);
                }
                next += tickNanos;
                next = Math.max(next, now - tickNanos); // after a pause of the machine, go on rather than race
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
        } finally {
            lines.forEach(VirtualLine::close);
        }
    }

    /** Ends the loop at its next tick; returns at once. */
    @Override
    public void close() {
        stopping = true;
    }
}
