package org.ecgnet.sim.device;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.reference.Announcement;
import org.ecgnet.protocol.device.reference.ReferenceCommands;
import org.ecgnet.protocol.device.reference.ReferenceFrames;
import org.ecgnet.sim.heart.Moment;

/** Speaks the reference protocol. */
final class ReferenceLanguage implements UnitLanguage {

    private static final int FRAME_OVERHEAD = 16;

    private final Announcement unit;
    private final int momentsAFrame;
    private final OptionalInt batteryPercent;
    private int sequence;

    ReferenceLanguage(Announcement unit, int momentsAFrame, OptionalInt batteryPercent) {
        this.unit = unit;
        this.momentsAFrame = Math.min(momentsAFrame, ReferenceFrames.mostMoments(unit));
        this.batteryPercent = batteryPercent;
    }

    @Override
    public List<DeviceCommand> read(ByteBuffer in) {
        return ReferenceCommands.read(in);
    }

    @Override
    public byte[] identified(boolean streaming) {
        return joined(ReferenceFrames.announcement(unit, sequence), status(streaming));
    }

    @Override
    public byte[] started() {
        sequence = 0;
        return identified(true);
    }

    @Override
    public byte[] stopped() {
        return status(false);
    }

    @Override
    public byte[] status(boolean streaming) {
        return ReferenceFrames.status(batteryPercent, streaming, sequence);
    }

    /** A frame ends where it is full, where the lead-off bits change, and at each change of the pace flag. */
    @Override
    public List<byte[]> samples(List<Moment> moments) {
        List<byte[]> frames = new ArrayList<>();
        List<int[]> counts = new ArrayList<>();
        for (int at = 0; at < moments.size(); at++) {
            Moment moment = moments.get(at);
            counts.add(moment.counts());
            boolean last = at + 1 == moments.size();
            if (last || counts.size() == momentsAFrame || !alike(moment, moments.get(at + 1))) {
                frames.add(ReferenceFrames.samples(unit, counts, moment.leadsOff(), moment.pace(), false, sequence));
                sequence = (sequence + 1) % ReferenceFrames.SEQUENCE_MODULUS;
                counts = new ArrayList<>();
            }
        }
        return frames;
    }

    private static boolean alike(Moment one, Moment other) {
        return one.pace() == other.pace() && one.leadsOff().equals(other.leadsOff());
    }

    @Override
    public int[] sent(Moment moment) {
        return moment.counts();
    }

    @Override
    public int bytesASecond() {
        int hertz = unit.format().rate().hertz();
        int bytesAMoment = unit.format().leads().size() * unit.bits() / 8;
        return hertz * bytesAMoment + (hertz / momentsAFrame + 1) * FRAME_OVERHEAD;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
