package org.ecgnet.protocol.device.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.DeviceCommand;

/** Writes frames as a unit, or a command as the edge, would (package description). Pure. */
public final class ReferenceFrames {

    /** The sequence of SAMPLES frames runs from 0 to below this. */
    public static final int SEQUENCE_MODULUS = 1 << 16;

    private static final int SAMPLES_HEAD = 6;
    private static final int BATTERY_UNKNOWN = 255;

    private ReferenceFrames() {}

    /** Most moments that fit in one SAMPLES frame of this format. */
    public static int mostMoments(Announcement unit) {
        int bytesAMoment = unit.format().leads().size() * unit.bytesASample();
        return Math.min(255, (ReferenceFrameDecoder.MAX_PAYLOAD - SAMPLES_HEAD) / bytesAMoment);
    }

    public static byte[] announcement(Announcement unit, int nextSequence) {
        return frame(FrameType.ANNOUNCEMENT, nextSequence, unit.payload());
    }

    public static byte[] status(OptionalInt batteryPercent, boolean streaming, int nextSequence) {
        byte[] payload = {(byte) (streaming ? 1 : 0), (byte) batteryPercent.orElse(BATTERY_UNKNOWN)};
        return frame(FrameType.STATUS, nextSequence, payload);
    }

    /**
     * @param counts by moment, then by lead in the order of the announcement; each within the announced bits
     * @throws IllegalArgumentException when a moment has another number of leads, a count does not fit in the bits, or
     *     the moments do not fit in a frame
     */
    public static byte[] samples(
            Announcement unit, List<int[]> counts, Set<Lead> leadsOff, boolean pace, boolean button, int sequence) {
        if (counts.isEmpty() || counts.size() > mostMoments(unit)) {
            throw new IllegalArgumentException(
                    "moments: " + counts.size() + " (expected: 1.." + mostMoments(unit) + ")");
        }
        List<Lead> leads = unit.format().leads();
        int offBits = 0;
        for (int lead = 0; lead < leads.size(); lead++) {
            offBits |= leadsOff.contains(leads.get(lead)) ? 1 << lead : 0;
        }
        ByteBuffer out = ByteBuffer.allocate(SAMPLES_HEAD + counts.size() * leads.size() * unit.bytesASample())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) unit.formatMark())
                .put((byte) ((pace ? 1 : 0) | (button ? 2 : 0)))
                .put((byte) counts.size())
                .putShort((short) offBits);
        for (int[] moment : counts) {
            if (moment.length != leads.size()) {
                throw new IllegalArgumentException("leads: " + moment.length + " (expected: " + leads.size() + ")");
            }
            for (int count : moment) {
                put(out, count, unit.bits());
            }
        }
        return frame(FrameType.SAMPLES, sequence, out.array());
    }

    public static byte[] command(DeviceCommand command) {
        int type =
                switch (command) {
                    case IDENTIFY -> FrameType.IDENTIFY;
                    case START -> FrameType.START;
                    case STOP -> FrameType.STOP;
                };
        return frame(type, 0, new byte[0]);
    }

    private static void put(ByteBuffer out, int count, int bits) {
        if (count < -(1 << bits - 1) || count >= 1 << bits - 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: within " + bits + " bits)");
        }
        out.putShort((short) count);
        if (bits == 24) {
            out.put((byte) (count >> 16));
        }
    }

    static byte[] frame(int type, int sequence, byte[] payload) {
        int size = ReferenceFrameDecoder.HEADER + payload.length + ReferenceFrameDecoder.TRAILER;
        ByteBuffer out = ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ReferenceFrameDecoder.SYNC_1)
                .put(ReferenceFrameDecoder.SYNC_2)
                .put((byte) type)
                .putShort((short) payload.length)
                .putShort((short) sequence);
        out.put((byte) Crc.crc8(out.array(), 2, 7)).put(payload);
        out.putShort((short) Crc.crc16(out.array(), 2, out.position()));
        return out.array();
    }
}
