package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.protocol.device.DeviceCommand;

/** A unit whose commands are single bytes, which names itself in words while it rests and numbers its frames from 0. */
abstract class ByteCommandLanguage implements UnitLanguage {

    private final byte[] words;
    private final int modulus;
    private int number;

    /**
     * @param words in which it names itself
     * @param modulus its frame numbers run from 0 to below this
     */
    ByteCommandLanguage(String words, int modulus) {
        this.words = words.getBytes(StandardCharsets.US_ASCII);
        this.modulus = modulus;
    }

    /** What a byte orders; empty for settings that this unit does not have. */
    abstract Optional<DeviceCommand> command(int value);

    /** The number of the next frame. */
    final int nextNumber() {
        int next = number;
        number = (number + 1) % modulus;
        return next;
    }

    @Override
    public final List<DeviceCommand> read(ByteBuffer in) {
        List<DeviceCommand> commands = new ArrayList<>();
        while (in.hasRemaining()) {
            command(in.get() & 0xFF).ifPresent(commands::add);
        }
        return commands;
    }

    @Override
    public final byte[] identified(boolean streaming) {
        return streaming ? new byte[0] : words.clone();
    }

    @Override
    public final byte[] started() {
        number = 0;
        return new byte[0];
    }
}
