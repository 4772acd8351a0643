package org.ecgnet.edge.capture;

import java.time.Duration;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.protocol.device.UnitProfile;

/**
 * Of which unit, and how long silence is borne.
 *
 * @param firstSampleWithin a recording without a sample after so long never began
 * @param silenceEnds a running recording without a sample for so long has lost its unit
 */
public record CaptureSettings(UnitId unit, UnitProfile profile, Duration firstSampleWithin, Duration silenceEnds) {}
