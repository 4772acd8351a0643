package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.util.List;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.sim.heart.Moment;

/** How a model of unit speaks. One object speaks on one line: it keeps the model's frame counter. */
interface UnitLanguage {

    /** True for a unit that streams as long as it is on and takes no commands. */
    default boolean streamsUnasked() {
        return false;
    }

    /** The commands in the buffer; an unfinished one is left. */
    List<DeviceCommand> read(ByteBuffer in);

    /** The answer to IDENTIFY. */
    byte[] identified(boolean streaming);

    /** What comes before the first samples after START. */
    byte[] started();

    /** Frames for these moments, as many as the model needs. */
    List<byte[]> samples(List<Moment> moments);

    /** What comes when streaming ends. */
    byte[] stopped();

    /** A sign of life; may be empty. */
    byte[] status(boolean streaming);

    /** The moment's counts as they go over the line. */
    int[] sent(Moment moment);

    /** Bytes that one second of streaming takes, about. */
    int bytesASecond();
}
