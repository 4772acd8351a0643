package org.ecgnet.ops.benchmark.units;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.ecgnet.format.cart.HostileFiles;
import org.ecgnet.protocol.device.HostileLines;

/** {@code ./ops/bench units --inputs COUNT}: half of them lines of units, half files of carts. */
public final class UnitsBench {

    private static final int LOT = 5000;

    private UnitsBench() {}

    /** @param args {@code --inputs COUNT} */
    public static void main(String[] args) {
        int lots = (Integer.parseInt(args[1]) + 2 * LOT - 1) / (2 * LOT);
        long began = System.nanoTime();
        AtomicLong read = new AtomicLong();
        IntStream.range(0, lots).parallel().forEach(lot -> {
            HostileLines.check(lot, LOT);
            read.addAndGet(HostileFiles.check(lot, LOT));
        });
        System.out.println(String.format(
                Locale.ROOT,
                "%d lines and %d files: no exception escaped, nothing hung, in %.0f s within %d MB; %d damaged files were still legal",
                lots * LOT,
                lots * LOT,
                (System.nanoTime() - began) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                read.get()));
    }
}
