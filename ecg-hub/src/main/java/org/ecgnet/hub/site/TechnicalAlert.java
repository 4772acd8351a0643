package org.ecgnet.hub.site;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitId;

/**
 * Something at a clinic that a technician should see to. Never a matter of paging.
 *
 * @param unit empty when it concerns the clinic's PC
 * @param value what was measured, in the kind's unit; empty when there is nothing to measure
 * @param heardAt when the clinic last said so
 */
public record TechnicalAlert(
        Kind kind, SiteCode site, String siteName, Optional<UnitId> unit, Optional<String> value, Instant heardAt) {

    /** What it is; the order is that of the lane. */
    public enum Kind {
        /** No heartbeat; inhibits everything else about the clinic, which is old then. */
        SITE_SILENT,
        /** Items that wait to be sent. */
        QUEUE,
        /** Seconds, clinic minus hub. */
        CLOCK_OFF,
        UNIT_GONE,
        /** Per cent. */
        BATTERY_LOW,
        /** The leads. */
        ELECTRODES_OFF
    }
}
