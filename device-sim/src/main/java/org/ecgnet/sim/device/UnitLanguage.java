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

    /** The commands in the buffer; an unfinished one is left. A unit that understands none hears nothing. */
    default List<DeviceCommand> read(ByteBuffer in) {
        in.position(in.limit());
        return List.of();
    }

    /** The answer to IDENTIFY; may be empty. */
    default byte[] identified(boolean streaming) {
        return new byte[0];
    }

    /** What comes before the first samples after START; may be empty. */
    default byte[] started() {
        return new byte[0];
    }

    /** Frames for these moments, as many as the model needs. */
    List<byte[]> samples(List<Moment> moments);

    /** What comes when streaming ends; may be empty. */
    default byte[] stopped() {
        return new byte[0];
    }

    /** A sign of life; may be empty. */
    default byte[] status(boolean streaming) {
        return new byte[0];
    }

    /** The moment's counts as they go over the line. */
    int[] sent(Moment moment);

    /** Bytes that one second of streaming takes, about. */
    int bytesASecond();
}
