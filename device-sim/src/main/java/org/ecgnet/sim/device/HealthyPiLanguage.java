package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.heart.Moment;

/** Speaks as a HealthyPi v4: one lead, unasked. */
final class HealthyPiLanguage implements UnitLanguage {

    private static final double REFERENCE_MICROVOLTS = 2_420_000;
    private static final int BYTES = 27;
    private static final int SKIN_TEMPERATURE = 3650;

    private final WiredChannels channels;
    private final double microvoltsPerCount;
    private final int hertz;

    HealthyPiLanguage(UnitFormat source, UnitWiring wiring) {
        this.channels = new WiredChannels(source, wiring);
        this.microvoltsPerCount = REFERENCE_MICROVOLTS / wiring.gain().orElseThrow() / ((1 << 23) - 1) * 256;
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
        ByteBuffer frame = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        frame.put((byte) 0x0A).put((byte) 0xFA).putShort((short) 20).put((byte) 2);
        frame.putShort((short) sent(moment)[0]);
        frame.putShort(17, (short) SKIN_TEMPERATURE);
        frame.put(24, (byte) (channels.off(0, moment) ? 0x0C : 0));
        frame.put(26, (byte) 0x0B);
        return frame.array();
    }

    /** The published firmware sends 0 while an electrode is off. */
    @Override
    public int[] sent(Moment moment) {
        return new int[] {
            channels.off(0, moment)
                    ? 0
                    : channels.count(0, moment, microvoltsPerCount, 0, Short.MIN_VALUE, Short.MAX_VALUE)
        };
    }

    @Override
    public int bytesASecond() {
        return hertz * BYTES;
    }
}
