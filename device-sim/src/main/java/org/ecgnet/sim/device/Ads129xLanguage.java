package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.util.List;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.heart.Moment;

/** Sends the words of an ADS129x as they are, unasked. */
final class Ads129xLanguage implements UnitLanguage {

    private static final int HIGHEST = (1 << 23) - 1;

    private final WiredChannels channels;
    private final double microvoltsPerCount;
    private final int hertz;

    Ads129xLanguage(UnitFormat source, UnitWiring wiring) {
        this.channels = new WiredChannels(source, wiring);
        double microvolts = wiring.referenceVolts().orElseThrow() * 1e6;
        this.microvoltsPerCount = microvolts / wiring.gain().orElseThrow() / HIGHEST;
        this.hertz = source.rate().hertz();
    }

    @Override
    public boolean streamsUnasked() {
        return true;
    }

    @Override
    public List<byte[]> samples(List<Moment> moments) {
        return moments.stream().map(this::frame).toList();
    }

    private byte[] frame(Moment moment) {
        ByteBuffer frame = ByteBuffer.allocate(3 + 3 * channels.size());
        put(frame, 0xC0_0000 | status(moment));
        for (int count : counts(moment)) {
            put(frame, count);
        }
        return frame.array();
    }

    /** The positive input of each channel that is off. */
    private int status(Moment moment) {
        int status = 0;
        for (int channel = 0; channel < channels.size(); channel++) {
            if (channels.off(channel, moment)) {
                status |= channels.size() == 2 ? 1 << 15 + 2 * channel : 1 << 12 + channel;
            }
        }
        return status;
    }

    private static void put(ByteBuffer frame, int word) {
        frame.put((byte) (word >> 16)).putShort((short) word);
    }

    private int[] counts(Moment moment) {
        return channels.counts(moment, microvoltsPerCount, -HIGHEST - 1, HIGHEST);
    }

    @Override
    public int[] sent(Moment moment) {
        return channels.wiredOnly(counts(moment));
    }

    @Override
    public int bytesASecond() {
        return hertz * 3 * (1 + channels.size());
    }
}
