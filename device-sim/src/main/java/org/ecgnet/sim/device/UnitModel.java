package org.ecgnet.sim.device;

import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.UnitWiring;

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

    /**
     * A bare amplifier: what it sends on which channel is its wiring.
     *
     * @param rate of its heart; a record brings its own
     */
    record Amplifier(Family family, UnitWiring wiring, SampleRate rate, int baud) implements UnitModel {}

    /** The families of bare amplifiers, each described in its package of {@code org.ecgnet.protocol.device}. */
    enum Family {
        OPENBCI_CYTON,
        HEALTHYPI_V4,
        BITALINO,
        ADS129X_RAW
    }
}
