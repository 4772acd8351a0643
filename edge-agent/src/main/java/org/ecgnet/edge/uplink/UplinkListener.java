package org.ecgnet.edge.uplink;

import org.ecgnet.protocol.uplink.DownlinkMessage;

/** Hears from the uplink, on its thread. Must return soon. */
public interface UplinkListener {

    /** The line, or what is queued, is not as it was. */
    void changed();

    /** The centre said something new; it is stored. */
    void heard(DownlinkMessage message);
}
