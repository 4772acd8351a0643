package org.ecgnet.protocol.device.usbbox;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.DeviceCommand;

/** Writes frames as a box, or a command as the edge, would (package description). Pure. */
public final class UsbBoxFrames {

    /** The eight leads of a frame, in its order. */
    public static final List<Lead> LEADS = Lead.INDEPENDENT_8;

    /** The counter runs from 0 to below this. */
    public static final int COUNTER_MODULUS = 64;

    /** The count that stands for 0 V. */
    public static final int BASELINE = 2048;

    /** The highest count. */
    public static final int MAX_COUNT = 4095;

    static final int SIZE = 22;
    static final int SAMPLES_FROM = 5;
    static final int SAMPLES_TO = 21;
    static final byte START_BYTE = (byte) 0xE8;
    static final byte END_BYTE = (byte) 0x8E;
    static final byte LENGTH = 0x11;
    static final byte SAMPLES = 0x20;
    static final byte RECEIVED = 0x21;
    static final byte SERIAL = 0x23;
    static final byte FIRMWARE = 0x24;
    static final byte COMMAND_START = 0x10;
    static final byte COMMAND_STOP = 0x11;
    static final byte COMMAND_FIRMWARE = 0x14;
    private static final int CONNECTED = 0x20;

    private UsbBoxFrames() {}

    /**
     * @param counts one a lead of {@link #LEADS}, 0 to 4095
     * @throws IllegalArgumentException for another number of leads or a count out of range
     */
    public static byte[] samples(int[] counts, Set<Lead> leadsOff, int counter) {
        if (counts.length != LEADS.size()) {
            throw new IllegalArgumentException("leads: " + counts.length + " (expected: 8)");
        }
        byte[] frame = empty(SAMPLES, counter);
        for (int lead = 0; lead < counts.length; lead++) {
            if (counts[lead] < 0 || counts[lead] > MAX_COUNT) {
                throw new IllegalArgumentException("count: " + counts[lead] + " (expected: 0..4095)");
            }
            int connected = leadsOff.contains(LEADS.get(lead)) ? 0 : CONNECTED;
            frame[SAMPLES_FROM + 2 * lead] = (byte) (counts[lead] & 0x7F);
            frame[SAMPLES_FROM + 2 * lead + 1] = (byte) (counts[lead] >> 7 | connected);
        }
        frame[4] = (byte) sum(frame);
        return frame;
    }

    /** What a box answers to a command. */
    public static byte[] answer(DeviceCommand command, int counter) {
        return switch (command) {
            case IDENTIFY -> empty(FIRMWARE, counter);
            case START -> answerTo(COMMAND_START, counter);
            case STOP -> answerTo(COMMAND_STOP, counter);
        };
    }

    private static byte[] answerTo(byte opcode, int counter) {
        byte[] frame = empty(RECEIVED, counter);
        frame[SAMPLES_FROM] = opcode;
        frame[4] = (byte) sum(frame);
        return frame;
    }

    public static byte[] command(DeviceCommand command) {
        return switch (command) {
            case IDENTIFY -> empty(COMMAND_FIRMWARE, 0);
            case START -> empty(COMMAND_START, 0);
            case STOP -> empty(COMMAND_STOP, 0);
        };
    }

    private static byte[] empty(byte opcode, int counter) {
        byte[] frame = new byte[SIZE];
        frame[0] = START_BYTE;
        frame[1] = (byte) Math.floorMod(counter, COUNTER_MODULUS);
        frame[2] = LENGTH;
        frame[3] = opcode;
        frame[SIZE - 1] = END_BYTE;
        return frame;
    }

    /** The sum of the 16 sample bytes modulo 256. */
    static int sum(byte[] frame) {
        int sum = 0;
        for (int at = SAMPLES_FROM; at < SAMPLES_TO; at++) {
            sum += frame[at];
        }
        return sum & 0xFF;
    }
}
