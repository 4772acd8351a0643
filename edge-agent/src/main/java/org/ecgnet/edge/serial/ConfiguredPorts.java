package org.ecgnet.edge.serial;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.ecgnet.protocol.device.UnitProfile;

/** The ports that are set, in turn. */
final class ConfiguredPorts implements UnitSearch {

    private final List<String> ports;
    private final UnitProfile profile;
    private int next;

    ConfiguredPorts(List<String> ports, UnitProfile profile) {
        this.ports = List.copyOf(ports);
        this.profile = profile;
    }

    @Override
    public Sighting next(BooleanSupplier going) {
        String port = ports.get(next);
        next = (next + 1) % ports.size();
        return new Sighting.Unit(port, profile);
    }

    @Override
    public boolean elsewhere() {
        return ports.size() > 1;
    }
}
