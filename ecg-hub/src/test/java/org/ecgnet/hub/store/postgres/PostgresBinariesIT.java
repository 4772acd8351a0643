package org.ecgnet.hub.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {

    private static final int AT_ONCE = 3;

    @TempDir
    private Path folder;

    @Test
    void severalWhoUnpackAtOnceAllGetTheWholeFolderAndLeaveNothingBeside() throws Exception {
        Path programs = folder.resolve("programs");
        var together = new CyclicBarrier(AT_ONCE);
        Callable<Path> unpack = () -> {
            together.await();
            return PostgresBinaries.unpack(programs);
        };
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Path>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(threads.submit(unpack));
            }
            for (Future<Path> one : all) {
                assertThat(one.get().resolve("bin").resolve("postgres")).isExecutable();
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(programs);
        }
    }
}
