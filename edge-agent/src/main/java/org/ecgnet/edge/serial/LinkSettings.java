package org.ecgnet.edge.serial;

import java.time.Duration;
import java.util.List;

/**
 * Where the unit is and how patient to be with it.
 *
 * @param ports paths or names, tried in turn; at least one
 * @param baud bits a second
 * @param reopenFrom wait before the second attempt to open; doubles up to {@code reopenTo}, with jitter
 * @param silentFor a port on which nothing valid is heard for so long is left for the next one, or asked again
 */
public record LinkSettings(List<String> ports, int baud, Duration reopenFrom, Duration reopenTo, Duration silentFor) {

    public LinkSettings {
        ports = List.copyOf(ports);
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("ports: [] (expected: at least one)");
        }
    }
}
