package org.ecgnet.hub.site;

import java.time.Instant;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;

/**
 * How a unit was.
 *
 * @param receivedAt by the hub's clock
 */
public record UnitReport(SiteCode site, UnitStatus status, Instant receivedAt) {}
