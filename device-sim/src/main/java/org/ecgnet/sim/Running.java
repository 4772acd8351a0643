package org.ecgnet.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ecgnet.sim.serial.LineLoop;
import org.ecgnet.sim.serial.VirtualLine;

/** Plays lines until the process is asked to end; then unplugs every unit and finishes every truth file. */
final class Running {

    private Running() {}

    /** Returns when all loops have ended: by a signal, or because one of them failed. */
    static void play(List<VirtualLine> lines, int threads, Duration tick) throws InterruptedException {
        List<LineLoop> loops = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, lines.size()); thread++) {
            List<VirtualLine> mine = new ArrayList<>();
            for (int line = thread; line < lines.size(); line += threads) {
                mine.add(lines.get(line));
            }
            loops.add(new LineLoop(mine, tick));
        }
        CountDownLatch ended = new CountDownLatch(loops.size());
        Thread onSignal = new Thread(
                () -> {
                    loops.forEach(LineLoop::close);
                    awaitQuietly(ended);
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        for (LineLoop loop : loops) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            loop.run();
                        } finally {
                            loops.forEach(LineLoop::close); // one failed loop ends the program, loudly
                            ended.countDown();
                        }
                    },
                    "lines");
            thread.start();
        }
        ended.await();
    }

    private static void awaitQuietly(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
