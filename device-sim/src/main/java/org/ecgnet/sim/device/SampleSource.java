package org.ecgnet.sim.device;

import java.util.Optional;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.Moment;

/** What lies on the simulated unit's electrodes, from its first sample on. */
public interface SampleSource {

    UnitFormat format();

    /** The next moment; empty when there is no more. */
    Optional<Moment> next();
}
