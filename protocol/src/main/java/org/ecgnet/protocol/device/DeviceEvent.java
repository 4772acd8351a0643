package org.ecgnet.protocol.device;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgnet.ecg.Lead;

/** One thing that a unit said, or that went wrong in its bytes. */
public sealed interface DeviceEvent {

    /** The unit names itself and what its samples mean. */
    record Announced(String serial, String firmware, UnitFormat format) implements DeviceEvent {}

    /**
     * Samples of all leads at consecutive moments.
     *
     * @param counts by moment, then by lead in the order of the format
     * @param leadsOff leads with an electrode off during all of them
     * @param pace the unit's hardware saw a pacing pulse
     * @param button the patient pressed the button
     * @param sequence the unit's own frame counter
     * @param sequenceModulus the counter runs from 0 to below this; a jump means lost frames
     */
    record Samples(
            List<int[]> counts, Set<Lead> leadsOff, boolean pace, boolean button, int sequence, int sequenceModulus)
            implements DeviceEvent {
        public Samples {
            counts = List.copyOf(counts);
            leadsOff = Set.copyOf(leadsOff);
        }
    }

    /** How the unit is. */
    record Status(OptionalInt batteryPercent, boolean streaming) implements DeviceEvent {}

    /** Bytes that were dropped. */
    record Rejected(RejectReason reason, int bytes) implements DeviceEvent {}
}
