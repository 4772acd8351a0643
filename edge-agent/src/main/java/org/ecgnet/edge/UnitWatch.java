package org.ecgnet.edge;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.edge.capture.CaptureSettings;
import org.ecgnet.edge.page.DeskState;
import org.ecgnet.edge.page.DeskState.UnitLine;
import org.ecgnet.edge.serial.PortFinding;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;

/** How the unit is, from what it says. Written by one thread, read by all. */
final class UnitWatch {

    private final CaptureSettings settings;
    private final boolean auto;
    private volatile DeskState.Unit unit;
    private DeskState.Unit told;

    /** @param auto port and model are looked for */
    UnitWatch(CaptureSettings settings, boolean auto) {
        this.settings = settings;
        this.auto = auto;
        this.unit = fresh(settings.profile().model(), new UnitLine.Down(auto, "not opened yet", List.of()));
        this.told = unit;
    }

    private DeskState.Unit fresh(String model, UnitLine line) {
        return new DeskState.Unit(settings.unit(), model, line, false, OptionalInt.empty(), List.of());
    }

    void opened(String port, UnitProfile profile) {
        unit = fresh(profile.model(), new UnitLine.Open(auto, port));
    }

    void lost(String reason, List<PortFinding> looked) {
        unit = fresh(unit.model(), new UnitLine.Down(auto, reason, looked));
    }

    void hear(DeviceEvent event) {
        DeskState.Unit before = unit;
        if (event instanceof DeviceEvent.Announced) {
            unit = with(before, true, before.batteryPercent(), before.leadsOff());
        } else if (event instanceof DeviceEvent.Status status) {
            List<Lead> off = status.streaming() ? before.leadsOff() : List.of();
            unit = with(before, before.announced(), status.batteryPercent(), off);
        } else if (event instanceof DeviceEvent.Samples samples) {
            List<Lead> off = samples.leadsOff().stream().sorted().toList();
            if (!off.equals(before.leadsOff())) {
                unit = with(before, before.announced(), before.batteryPercent(), off);
            }
        }
    }

    private static DeskState.Unit with(DeskState.Unit unit, boolean announced, OptionalInt battery, List<Lead> off) {
        return new DeskState.Unit(unit.id(), unit.model(), unit.line(), announced, battery, off);
    }

    /** True when the unit is not as it was at the last call. */
    boolean takeChange() {
        boolean changed = !unit.equals(told);
        told = unit;
        return changed;
    }

    boolean connected() {
        return unit.connected();
    }

    DeskState.Unit unit() {
        return unit;
    }

    UnitStatus status(Instant now) {
        DeskState.Unit is = unit;
        return new UnitStatus(is.id(), is.model(), is.connected(), is.batteryPercent(), is.leadsOff(), now);
    }
}
