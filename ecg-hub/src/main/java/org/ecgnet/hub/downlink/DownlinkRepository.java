package org.ecgnet.hub.downlink;

import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.uplink.DownlinkMessage;

/** Messages to clinics that wait for their acknowledgement. */
public interface DownlinkRepository {

    /** Publish {@code HubEvent.DownlinkWaiting} after the commit. */
    void add(SiteCode site, DownlinkMessage message, Instant now);

    /** What the site has not acknowledged, oldest first; the first few hundred when there is much. */
    List<Waiting> waiting(SiteCode site);

    /** Sites with something waiting, by code. */
    List<SiteCode> sitesWaiting();

    void acknowledged(SiteCode site, List<Long> ids, Instant now);

    /** A message and the id by which the clinic acknowledges it. */
    record Waiting(long id, DownlinkMessage message) {}
}
