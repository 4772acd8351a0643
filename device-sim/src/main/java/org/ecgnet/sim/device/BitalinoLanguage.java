package org.ecgnet.sim.device;

import java.util.List;
import java.util.Optional;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.heart.Moment;

/** Speaks as a BITalino whose channels all have an ECG sensor. */
final class BitalinoLanguage extends ByteCommandLanguage {

    private static final double SENSOR_MICROVOLTS = 3_300_000 / 1100.0;
    private static final int HEAD_BITS = 12;

    private final WiredChannels channels;
    private final int hertz;

    BitalinoLanguage(UnitFormat source, UnitWiring wiring) {
        super("BITalino_v5.2\n", 16);
        this.channels = new WiredChannels(source, wiring);
        this.hertz = source.rate().hertz();
    }

    @Override
    Optional<DeviceCommand> command(int value) {
        return switch (value) {
            case 0 -> Optional.of(DeviceCommand.STOP);
            case 7 -> Optional.of(DeviceCommand.IDENTIFY);
            default ->
                (value & 3) == 1 ? Optional.of(DeviceCommand.START) : Optional.empty(); // the rate is the heart's
        };
    }

    @Override
    public List<byte[]> samples(List<Moment> moments) {
        return moments.stream().map(moment -> frame(sent(moment))).toList();
    }

    /** From the last byte backwards: number, checksum, digital lines, then ten or six bits a channel. */
    private byte[] frame(int[] counts) {
        long bits = (long) nextNumber() << 60;
        for (int place = 0; place < counts.length; place++) {
            bits |= (long) counts[place] << (place < 4 ? 42 - 10 * place : 6 - 6 * (place - 4));
        }
        byte[] frame = new byte[size(counts.length)];
        for (int back = 0; back < frame.length; back++) {
            frame[frame.length - 1 - back] = (byte) (bits >> 56 - 8 * back);
        }
        frame[frame.length - 1] |= (byte) crc(frame);
        return frame;
    }

    private static int size(int counts) {
        int bits = counts <= 4 ? HEAD_BITS + 10 * counts : HEAD_BITS + 40 + 6 * (counts - 4);
        return (bits + 7) / 8;
    }

    private static int crc(byte[] frame) {
        int rest = 0;
        for (byte value : frame) {
            rest = step(step(rest, value >> 4 & 0xF), value & 0xF);
        }
        return rest;
    }

    /** Four bits on: x^4 is x + 1. */
    private static int step(int rest, int next) {
        int over = (rest & 8) == 0 ? 0 : 0x13;
        return (rest << 1 ^ rest ^ over ^ next) & 0xF;
    }

    @Override
    public int[] sent(Moment moment) {
        int[] counts = new int[channels.size()];
        int place = 0;
        for (int channel = 0; channel < counts.length; channel++) {
            int all = place < 4 ? 1024 : 64;
            counts[channel] = channels.count(channel, moment, SENSOR_MICROVOLTS / all, all / 2, 0, all - 1);
            place += channels.wired(channel) ? 1 : 0;
        }
        return channels.wiredOnly(counts);
    }

    @Override
    public int bytesASecond() {
        return hertz * size(channels.wiredOnly(new int[channels.size()]).length);
    }
}
