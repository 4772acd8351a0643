package org.ecgnet.protocol.device.usbbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.protocol.device.DeviceCommand;

/** Reads what the edge sends, as a box does. Pure; the simulator's other half of {@link UsbBoxFrames}. */
public final class UsbBoxCommands {

    private UsbBoxCommands() {}

    /** The commands in the buffer from its position on; an unfinished one is left, anything else is skipped. */
    public static List<DeviceCommand> read(ByteBuffer in) {
        List<DeviceCommand> commands = new ArrayList<>();
        while (true) {
            BoxCut cut = UsbBoxFrameDecoder.next(in, BoxChecksum.SUM_OR_ZERO);
            if (cut instanceof BoxCut.NeedMore) {
                return commands;
            }
            if (cut instanceof BoxCut.Frame frame) {
                switch (frame.opcode()) {
                    case UsbBoxFrames.COMMAND_FIRMWARE -> commands.add(DeviceCommand.IDENTIFY);
                    case UsbBoxFrames.COMMAND_START -> commands.add(DeviceCommand.START);
                    case UsbBoxFrames.COMMAND_STOP -> commands.add(DeviceCommand.STOP);
                    default -> {} // a box ignores what it does not know
                }
            }
        }
    }
}
