package org.ecgnet.hub.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;

/** Clinics and the state of their units. */
public interface SiteRepository {

    /** Adds the site when it is new. */
    void seen(SiteCode site, Instant now);

    /** @param clockAhead the clinic's clock minus the hub's */
    void heartbeat(SiteCode site, Heartbeat heartbeat, Duration clockAhead, Instant now);

    void add(UnitReport report);

    /** All, by code. */
    List<Site> all(Scope scope);

    /** The last report of each unit, by site and unit. */
    List<UnitReport> units(Scope scope);
}
