package org.ecgnet.protocol.device.reference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.protocol.device.DeviceCommand;

/** Reads what the edge sends, as a unit does. Pure; the simulator's other half of {@link ReferenceFrames}. */
public final class ReferenceCommands {

    private ReferenceCommands() {}

    /** The commands in the buffer from its position on; an unfinished one is left, anything else is skipped. */
    public static List<DeviceCommand> read(ByteBuffer in) {
        List<DeviceCommand> commands = new ArrayList<>();
        while (true) {
            FrameCut cut = ReferenceFrameDecoder.next(in);
            if (cut instanceof FrameCut.NeedMore) {
                return commands;
            }
            if (cut instanceof FrameCut.Frame frame) {
                switch (frame.type()) {
                    case FrameType.IDENTIFY -> commands.add(DeviceCommand.IDENTIFY);
                    case FrameType.START -> commands.add(DeviceCommand.START);
                    case FrameType.STOP -> commands.add(DeviceCommand.STOP);
                    default -> {} // a unit ignores what it does not know
                }
            }
        }
    }
}
