package org.ecgnet.triage.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgnet.triage.reversal.ElectrodeSwap;
import org.junit.jupiter.api.Test;

/** A floor under the search for exchanged electrodes, on real recordings on which nothing was set. */
class SwapFloorTest {

    private static final Path DATA = Path.of(System.getProperty("ecg.data", "absent"));

    @Test
    void exchangesComputedOnRealRecordingsAreNamed() {
        assumeTrue(Files.isDirectory(DATA), "no recordings at -Decg.data=" + DATA + ": see ../shared/data/README.md");
        Records records = new Records(DATA);
        List<String> names = records.in("ludb").stream()
                .filter(record -> !Halves.tune(record))
                .toList();

        SwapRun.Count count = SwapRun.count(records, names);

        assertThat(count.records).isGreaterThan(40);
        assertThat(count.specificity()).isGreaterThanOrEqualTo(0.97);
        for (ElectrodeSwap swap : ElectrodeSwap.values()) {
            double floor = swap.possibleOnly() ? 0.3 : swap == ElectrodeSwap.RA_LA ? 0.92 : 0.85;
            assertThat(count.sensitivity(swap)).as(swap.name()).isGreaterThanOrEqualTo(floor);
        }
    }
}
