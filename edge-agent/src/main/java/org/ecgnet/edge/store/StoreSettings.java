package org.ecgnet.edge.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the store is and how large it may grow.
 *
 * @param folder of the database file; made when it is not there
 * @param keyFile 32 random bytes in hexadecimal, made with mode 0600 at the first start
 * @param diskLimitBytes what the store may take; from {@link #NEARLY_FULL_SHARE} of it on, new recordings are refused
 * @param leaveFreeBytes what must stay free on the disk
 * @param keep how long an exam that the hub has is still shown
 */
public record StoreSettings(Path folder, Path keyFile, long diskLimitBytes, long leaveFreeBytes, Duration keep) {

    /** Share of the limit at which only emergencies may still be recorded. */
    public static final double NEARLY_FULL_SHARE = 0.9;

    private static final long LEAST_LIMIT_BYTES = 1L << 20;

    public StoreSettings {
        if (diskLimitBytes < LEAST_LIMIT_BYTES) {
            throw new IllegalArgumentException(
                    "disk-limit: " + diskLimitBytes + " (expected: at least " + LEAST_LIMIT_BYTES + " bytes)");
        }
    }
}
