package org.ecgnet.edge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.edge.capture.CaptureSettings;
import org.ecgnet.edge.page.DeskState;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;

/** How the unit is, from what it says. Written by one thread, read by all. */
final class UnitWatch {

    private final CaptureSettings settings;
    private volatile DeskState.Unit unit;
    private DeskState.Unit told;

    UnitWatch(CaptureSettings settings) {
        this.settings = settings;
        this.unit = lostUnit("not opened yet");
        this.told = unit;
    }

    private DeskState.Unit lostUnit(String problem) {
        return new DeskState.Unit(
                settings.unit(),
                settings.profile().model(),
                false,
                Optional.of(problem),
                false,
                OptionalInt.empty(),
                List.of());
    }

    void opened() {
        unit = new DeskState.Unit(
                settings.unit(),
                settings.profile().model(),
                true,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                List.of());
    }

    void lost(String reason) {
        unit = lostUnit(reason);
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
        return new DeskState.Unit(unit.id(), unit.model(), unit.connected(), unit.problem(), announced, battery, off);
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
