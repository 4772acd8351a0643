package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.heart.Moment;

/** Speaks as an OpenBCI Cyton; with more than eight channels, as one with a Daisy. */
final class CytonLanguage extends ByteCommandLanguage {

    private static final int CHANNELS = 8;
    private static final double REFERENCE_MICROVOLTS = 4_500_000;
    private static final int HIGHEST = (1 << 23) - 1;
    private static final int BYTES = 33;

    private final WiredChannels channels;
    private final double microvoltsPerCount;
    private final int hertz;

    CytonLanguage(UnitFormat source, UnitWiring wiring) {
        super("v3.1.2$$$", 256);
        this.channels = new WiredChannels(source, wiring);
        this.microvoltsPerCount = REFERENCE_MICROVOLTS / wiring.gain().orElseThrow() / HIGHEST;
        this.hertz = source.rate().hertz();
    }

    private boolean daisy() {
        return channels.size() > CHANNELS;
    }

    @Override
    Optional<DeviceCommand> command(int value) {
        return switch (value) {
            case 'b' -> Optional.of(DeviceCommand.START);
            case 's' -> Optional.of(DeviceCommand.STOP);
            case 'V' -> Optional.of(DeviceCommand.IDENTIFY);
            default -> Optional.empty();
        };
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
        ByteBuffer frame = ByteBuffer.allocate(BYTES).put((byte) 0xA0).put((byte) nextNumber());
        for (int channel = from; channel < from + CHANNELS; channel++) {
            int count = channel < counts.length ? counts[channel] : 0;
            frame.put((byte) (count >> 16)).putShort((short) count);
        }
        return frame.put(BYTES - 1, (byte) 0xC0).array();
    }

    private int[] counts(Moment moment) {
        int[] counts = channels.counts(moment, microvoltsPerCount, -HIGHEST + 1, HIGHEST - 1);
        for (int channel = 0; channel < counts.length; channel++) {
            counts[channel] = channels.off(channel, moment) ? HIGHEST : counts[channel];
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
