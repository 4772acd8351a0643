package org.ecgnet.edge.serial;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ecgnet.protocol.device.UnitProfile;

/** Says where the unit is. For one thread; the link is closed whenever a method returns. */
public interface UnitSearch {

    /** A unit that speaks unasked is known within it. */
    Duration LISTENING = Duration.ofMillis(1500);

    /** A unit that is asked has answered within it. */
    Duration ANSWERING = Duration.ofMillis(600);

    /**
     * Where to look next. May block for some seconds a port.
     *
     * @param going looking ends soon after this is no longer true
     */
    Sighting next(BooleanSupplier going);

    /** True when a unit that has fallen silent may be elsewhere by now. */
    boolean elsewhere();

    /**
     * The search that is set.
     *
     * @param profile of the unit on a port that is set
     * @param link over which ports are looked at
     */
    static UnitSearch of(LinkSettings settings, UnitProfile profile, SerialLink link) {
        return settings.auto()
                .<UnitSearch>map(template -> new UnitFinder(
                        () -> Stream.concat(JSerialCommLink.names().stream(), settings.ports().stream())
                                .distinct()
                                .toList(),
                        new PortProbe(link, LISTENING, ANSWERING),
                        template))
                .orElseGet(() -> new ConfiguredPorts(settings.ports(), profile));
    }
}
