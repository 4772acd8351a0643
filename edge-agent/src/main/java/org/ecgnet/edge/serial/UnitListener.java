package org.ecgnet.edge.serial;

import java.util.List;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitProfile;

/** Hears of one unit's line, in order, on the supervisor's thread. Must return soon. */
public interface UnitListener {

    /** The port is open; nothing was heard yet, but by a search that found the unit there. */
    void opened(String port, UnitProfile profile);

    /** What the unit said, in order; at least one event. */
    void heard(List<DeviceEvent> events);

    /**
     * The line is gone, or cannot be opened; told once until it is open again or the reason changes.
     *
     * @param looked what a search found on the ports instead
     */
    void lost(String reason, List<PortFinding> looked);
}
