package org.ecgnet.protocol.device;

import org.ecgnet.ecg.SampleRate;

/**
 * What a unit's frames do not say and its settings must.
 *
 * @param model a name of {@code DeviceCodecs}
 * @param baud speed of the serial line in bits a second
 * @param rate used where the unit does not announce its own
 * @param microvoltsPerCount used where the unit does not announce its own
 * @param wiring used by bare amplifiers, which know nothing of leads
 */
public record UnitProfile(String model, int baud, SampleRate rate, double microvoltsPerCount, UnitWiring wiring) {

    /** The profile of a unit that knows its own leads. */
    public UnitProfile(String model, int baud, SampleRate rate, double microvoltsPerCount) {
        this(model, baud, rate, microvoltsPerCount, UnitWiring.UNKNOWN);
    }
}
