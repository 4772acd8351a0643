package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.heart.Moment;

/** Speaks as an OpenBCI Cyton; with more than eight channels, as one with a Daisy. */
final class CytonLanguage implements UnitLanguage {

    private static final int CHANNELS = 8;
    private static final double REFERENCE_MICROVOLTS = 4_500_000;
    private static final int HIGHEST = (1 << 23) - 1;
    private static final int BYTES = 33;

    private final WiredChannels channels;
    private final double microvoltsPerCount;
    private final int hertz;
    private int number;

    CytonLanguage(UnitFormat source, UnitWiring wiring) {
        this.channels = new WiredChannels(source, wiring);
        this.microvoltsPerCount = REFERENCE_MICROVOLTS / wiring.gain().orElseThrow() / HIGHEST;
        this.hertz = source.rate().hertz();
    }

    private boolean daisy() {
        return channels.size() > CHANNELS;
    }

    @Override
    public List<DeviceCommand> read(ByteBuffer in) {
        List<DeviceCommand> commands = new ArrayList<>();
        while (in.hasRemaining()) {
            switch (in.get()) {
                case 'b' -> commands.add(DeviceCommand.START);
                case 's' -> commands.add(DeviceCommand.STOP);
                case 'V' -> commands.add(DeviceCommand.IDENTIFY);
                default -> {} // settings that this one does not have
            }
        }
        return commands;
    }

    @Override
    public byte[] identified(boolean streaming) {
        return streaming ? new byte[0] : "v3.1.2$$$".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] started() {
        number = 0;
        return new byte[0];
    }

    @Override
    public List<byte[]> samples(List<Moment> moments) {
        List<byte[]> frames = new ArrayList<>();
        for (Moment moment : moments) {
            int[] counts = counts(moment);
            if (daisy()) {
                frames.add(frame(counts, CHANNELS));
            }
            frames.add(frame(counts, 0));
        }
        return frames;
    }

    private byte[] frame(int[] counts, int from) {
        ByteBuffer frame = ByteBuffer.allocate(BYTES).put((byte) 0xA0).put((byte) number);
        number = (number + 1) % 256;
        for (int channel = from; channel < from + CHANNELS; channel++) {
            int count = channel < counts.length ? counts[channel] : 0;
            frame.put((byte) (count >> 16)).putShort((short) count);
        }
        return frame.put(BYTES - 1, (byte) 0xC0).array();
    }

    private int[] counts(Moment moment) {
        int[] counts = new int[channels.size()];
        for (int channel = 0; channel < counts.length; channel++) {
            counts[channel] = channels.off(channel, moment)
                    ? HIGHEST
                    : channels.count(channel, moment, microvoltsPerCount, 0, -HIGHEST + 1, HIGHEST - 1);
        }
        return counts;
    }

    @Override
    public int[] sent(Moment moment) {
        return channels.wiredOnly(counts(moment));
    }

    @Override
    public int bytesASecond() {
        return hertz * BYTES * (daisy() ? 2 : 1);
    }
}
