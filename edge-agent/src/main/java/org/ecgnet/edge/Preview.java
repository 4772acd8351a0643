package org.ecgnet.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.protocol.device.DeviceCommand;

/**
 * Keeps the unit streaming while somebody places electrodes and nothing is recorded. Pure: handed the time; for one
 * thread.
 */
final class Preview {

    private static final Duration LASTS = Duration.ofSeconds(90);
    private static final Duration SILENT = Duration.ofSeconds(2);

    private Instant until = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private Instant heardAt = Instant.MIN;

    /** Samples came. */
    void heard(Instant now) {
        heardAt = now;
    }

    /** True while the unit streams because it was asked to here. */
    boolean streaming(Instant now) {
        return until.isAfter(Instant.MIN) && heardAt.isAfter(now.minus(SILENT));
    }

    /** Wanted from now on, for a while. @return what the unit is to be told */
    Optional<DeviceCommand> wanted(Instant now) {
        until = now.plus(LASTS);
        return tick(now);
    }

    /** No longer wanted. @return what the unit is to be told */
    Optional<DeviceCommand> over(Instant now) {
        boolean streams = streaming(now);
        taken();
        return streams ? Optional.of(DeviceCommand.STOP) : Optional.empty();
    }

    /** A recording has the unit now. */
    void taken() {
        until = Instant.MIN;
        askedAt = Instant.MIN;
        heardAt = Instant.MIN;
    }

    /** To be called about every second. @return what the unit is to be told */
    Optional<DeviceCommand> tick(Instant now) {
        if (until.equals(Instant.MIN)) {
            return Optional.empty();
        }
        if (now.isAfter(until)) {
            return over(now);
        }
        if (streaming(now) || askedAt.isAfter(now.minus(SILENT))) {
            return Optional.empty();
        }
        askedAt = now;
        return Optional.of(DeviceCommand.START);
    }
}
