package org.ecgnet.sim.device;

import java.util.OptionalInt;

/** The models that can be simulated, with what each needs to know. */
public sealed interface UnitModel {

    /** Speed of the line in bits a second. */
    int baud();

    /**
     * A unit of the reference protocol.
     *
     * @param bits of a sample, 16 or 24
     * @param momentsAFrame at most so many
     */
    record Reference(String serial, String firmware, int bits, int momentsAFrame, OptionalInt batteryPercent, int baud)
            implements UnitModel {}

    /** A 22-byte USB box. */
    record UsbBox(double microvoltsPerCount, int baud) implements UnitModel {}
}
