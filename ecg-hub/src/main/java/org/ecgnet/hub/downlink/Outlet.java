package org.ecgnet.hub.downlink;

import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.uplink.DownlinkMessage;

/** The way to the clinics. */
public interface Outlet {

    /**
     * Sends one message that the clinic acknowledges by its id.
     *
     * @return false when it could not be handed to the broker; true says nothing about its arrival
     */
    boolean send(SiteCode site, DownlinkMessage message, long id);
}
