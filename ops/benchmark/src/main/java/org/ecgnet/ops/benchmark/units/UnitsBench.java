package org.ecgnet.ops.benchmark.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.ecgnet.format.cart.CartFiles;
import org.ecgnet.format.cart.HostileFiles;
import org.ecgnet.hostile.Ordeal;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.HostileLines;

/**
 * {@code ./ops/bench units --inputs COUNT}: a Markdown table on standard output. One input of 250 goes to each reader
 * of files, where it is as long as hundreds of lines; the others are shared out among the units' models.
 */
public final class UnitsBench {

    private static final int LOT = 1000;
    private static final int OF_A_READER = 250;
    private static final long HANGS_MINUTES = 5;

    private UnitsBench() {}

    /** @param args {@code --inputs COUNT} */
    public static void main(String[] args) throws InterruptedException, ExecutionException, TimeoutException {
        int inputs = Integer.parseInt(args[1]);
        List<String> readers = CartFiles.names();
        List<DeviceModel> models = DeviceCodecs.all();
        int ofAReader = inputs / OF_A_READER;
        int ofAModel = (inputs - ofAReader * readers.size()) / models.size();
        System.out.println("| decoder or reader | inputs | a second | of these something was read | slowest |");
        System.out.println("|---|---|---|---|---|");
        long began = System.nanoTime();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Ordeal all = Ordeal.NONE;
            for (DeviceModel model : models) {
                all = all.and(row(model.name(), ofAModel, workers, lot -> HostileLines.check(model, lot, LOT)));
            }
            for (String reader : readers) {
                all = all.and(row(reader, ofAReader, workers, lot -> HostileFiles.check(reader, lot, LOT)));
            }
            System.out.println(line("all", all, began));
        } finally {
            workers.shutdownNow();
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%nNo exception escaped or was unforeseen, nothing hung; heap %d MB, %d threads.",
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors()));
    }

    private static Ordeal row(String what, int inputs, ExecutorService workers, IntFunction<Ordeal> check)
            throws InterruptedException, ExecutionException, TimeoutException {
        long began = System.nanoTime();
        List<Future<Ordeal>> lots = new ArrayList<>();
        for (int lot = 0; lot < (inputs + LOT - 1) / LOT; lot++) {
            int seed = lot;
            lots.add(workers.submit(() -> check.apply(seed)));
        }
        Ordeal ordeal = Ordeal.NONE;
        for (Future<Ordeal> lot : lots) {
            ordeal = ordeal.and(lot.get(HANGS_MINUTES, TimeUnit.MINUTES));
        }
        System.out.println(line(what, ordeal, began));
        return ordeal;
    }

    private static String line(String what, Ordeal ordeal, long began) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %,d | %.0f ms |",
                what,
                ordeal.inputs(),
                ordeal.inputs() / ((System.nanoTime() - began) / 1e9),
                ordeal.legal(),
                ordeal.slowestNanos() / 1e6);
    }
}
