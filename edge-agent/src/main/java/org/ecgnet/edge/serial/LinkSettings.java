package org.ecgnet.edge.serial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the unit is and how patient to be with it.
 *
 * @param ports paths or names, tried in turn; at least one, unless the unit is looked for
 * @param baud bits a second
 * @param reopenFrom wait before the second attempt to open; doubles up to {@code reopenTo}, with jitter
 * @param silentFor a port on which nothing valid is heard for so long is asked, and after as long again left for the next
 * @param auto the unit is looked for on every port that the system lists and on {@code ports}; empty to use only those
 */
public record LinkSettings(
        List<String> ports,
        int baud,
        Duration reopenFrom,
        Duration reopenTo,
        Duration silentFor,
        Optional<UnitTemplate> auto) {

    public LinkSettings {
        ports = List.copyOf(ports);
        if (ports.isEmpty() && auto.isEmpty()) {
            throw new IllegalArgumentException("ports: [] (expected: at least one)");
        }
    }
}
