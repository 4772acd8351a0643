package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.usbbox.UsbBoxFrames;
import org.ecgnet.sim.heart.Moment;

/** Speaks the 22-byte frames: eight leads, 12 bits, whatever the source had. */
final class UsbBoxLanguage implements UnitLanguage {

    private static final int FRAME_BYTES = 22;

    private final UnitFormat source;
    private final double microvoltsPerCount;
    private int counter;

    /** @throws IllegalArgumentException when the source lacks one of the eight leads */
    UsbBoxLanguage(UnitFormat source, double microvoltsPerCount) {
        if (!source.leads().containsAll(UsbBoxFrames.LEADS)) {
            throw new IllegalArgumentException(
                    "leads: " + source.leads() + " (expected: " + UsbBoxFrames.LEADS + ", which the box sends)");
        }
        this.source = source;
        this.microvoltsPerCount = microvoltsPerCount;
    }

    @Override
    public List<DeviceCommand> read(ByteBuffer in) {
        return org.ecgnet.protocol.device.usbbox.UsbBoxCommands.read(in);
    }

    @Override
    public byte[] identified(boolean streaming) {
        return UsbBoxFrames.answer(DeviceCommand.IDENTIFY, counter);
    }

    @Override
    public byte[] started() {
        counter = 0;
        return UsbBoxFrames.answer(DeviceCommand.START, counter);
    }

    @Override
    public byte[] stopped() {
        return UsbBoxFrames.answer(DeviceCommand.STOP, counter);
    }

    @Override
    public List<byte[]> samples(List<Moment> moments) {
        List<byte[]> frames = new ArrayList<>();
        for (Moment moment : moments) {
            frames.add(UsbBoxFrames.samples(sent(moment), moment.leadsOff(), counter));
            counter = (counter + 1) % UsbBoxFrames.COUNTER_MODULUS;
        }
        return frames;
    }

    /** Rounded to the box's counts and held within its 12 bits. */
    @Override
    public int[] sent(Moment moment) {
        int[] counts = new int[UsbBoxFrames.LEADS.size()];
        for (int at = 0; at < counts.length; at++) {
            Lead lead = UsbBoxFrames.LEADS.get(at);
            int from = source.leads().indexOf(lead);
            double microvolts = source.scales().get(from).microvolts(moment.counts()[from]);
            long count = Math.round(microvolts / microvoltsPerCount) + UsbBoxFrames.BASELINE;
            counts[at] = (int) Math.max(0, Math.min(UsbBoxFrames.MAX_COUNT, count));
        }
        return counts;
    }

    @Override
    public int bytesASecond() {
        return source.rate().hertz() * FRAME_BYTES;
    }
}
