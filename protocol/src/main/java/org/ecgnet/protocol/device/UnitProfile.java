package org.ecgnet.protocol.device;

import org.ecgnet.ecg.SampleRate;

/**
 * What a unit's frames do not say and its settings must.
 *
 * @param model a name of {@code DeviceCodecs}
 * @param baud speed of the serial line in bits a second
 * @param rate used where the unit does not announce its own
 * @param microvoltsPerCount used where the unit does not announce its own
 */
public record UnitProfile(String model, int baud, SampleRate rate, double microvoltsPerCount) {}
