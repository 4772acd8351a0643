package org.ecgnet.edge.doctor;

import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.capture.CaptureSettings;
import org.ecgnet.edge.serial.LinkSettings;
import org.ecgnet.edge.store.StoreSettings;
import org.ecgnet.edge.uplink.HubSettings;

/**
 * What is set on one clinic's computer.
 *
 * @param pagePort of the clinic's page; 0 when any free one is taken
 */
public record Installation(
        SiteCode site,
        LinkSettings link,
        CaptureSettings capture,
        StoreSettings store,
        HubSettings hub,
        int pagePort) {}
