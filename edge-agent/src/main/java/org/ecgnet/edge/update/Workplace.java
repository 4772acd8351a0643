package org.ecgnet.edge.update;

import java.time.Instant;

/** What an update must know of the clinic, and ask of it. */
public interface Workplace {

    /** True while the line to the hub is up. */
    boolean hubReached();

    /**
     * Takes the clinic out of service when nobody would miss it, in one step with the asking: after true, no recording
     * begins any more.
     */
    boolean closesQuietly(Instant now);
}
