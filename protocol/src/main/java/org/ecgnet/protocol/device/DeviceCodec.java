package org.ecgnet.protocol.device;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The language of one model of unit. One object reads one line: it remembers what the unit announced and nothing of
 * the bytes. For one thread.
 */
public interface DeviceCodec {

    /** Name in settings, such as {@code reference}. */
    String model();

    /**
     * Takes whole frames from the buffer's position on and leaves an unfinished one for the next call. Never throws on
     * any bytes; what it drops it reports as {@link DeviceEvent.Rejected}.
     */
    List<DeviceEvent> read(ByteBuffer bytes);

    /** The bytes of a command; empty when the model has no such command. */
    byte[] write(DeviceCommand command);

    /** Most bytes that a single frame may take: a line silent in the middle of one is resynchronised by one byte. */
    int longestFrame();
}
