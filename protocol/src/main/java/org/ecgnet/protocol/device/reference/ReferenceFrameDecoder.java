package org.ecgnet.protocol.device.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ecgnet.protocol.device.RejectReason;

/**
 * Cuts a line into frames (package description, "Frame").
 *
 * <p>Stateless: the buffer's position is the only memory. A rejected frame is skipped up to the next sync word behind
 * its first byte, so that a false sync cannot swallow a good frame, and one bad frame is one rejection.
 */
final class ReferenceFrameDecoder {

    static final int MAX_PAYLOAD = 1024;
    static final int HEADER = 8;
    static final int TRAILER = 2;
    static final byte SYNC_1 = (byte) 0xA5;
    static final byte SYNC_2 = 0x5A;

    private static final FrameCut NEED_MORE = new FrameCut.NeedMore();

    private ReferenceFrameDecoder() {}

    static FrameCut next(ByteBuffer in) {
        int start = in.position();
        int lost = syncFrom(in, start) - start;
        if (lost > 0) {
            in.position(start + lost);
            return new FrameCut.Rejected(RejectReason.NO_SYNC, lost);
        }
        if (in.remaining() < HEADER) {
            return NEED_MORE;
        }
        byte[] header = new byte[HEADER];
        in.get(start, header);
        int length = u16(header, 3);
        if (Crc.crc8(header, 2, 7) != (header[7] & 0xFF)) {
            return reject(in, RejectReason.BAD_CHECKSUM);
        }
        if (length > MAX_PAYLOAD) {
            return reject(in, RejectReason.BAD_LENGTH);
        }
        int size = HEADER + length + TRAILER;
        if (in.remaining() < size) {
            return NEED_MORE;
        }
        byte[] frame = new byte[size];
        in.get(start, frame);
        if (Crc.crc16(frame, 2, HEADER + length) != u16(frame, HEADER + length)) {
            return reject(in, RejectReason.BAD_CHECKSUM);
        }
        in.position(start + size);
        byte[] payload = java.util.Arrays.copyOfRange(frame, HEADER, HEADER + length);
        return new FrameCut.Frame(frame[2] & 0xFF, u16(frame, 5), payload);
    }

    private static int u16(byte[] bytes, int at) {
        return Short.toUnsignedInt(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at));
    }

    private static FrameCut reject(ByteBuffer in, RejectReason reason) {
        int start = in.position();
        int next = syncFrom(in, start + 1);
        in.position(next);
        return new FrameCut.Rejected(reason, next - start);
    }

    /** Where the next sync word begins; a lone first half of one at the very end counts. */
    private static int syncFrom(ByteBuffer in, int from) {
        int at = from;
        while (at < in.limit() && !(in.get(at) == SYNC_1 && (at + 1 == in.limit() || in.get(at + 1) == SYNC_2))) {
            at++;
        }
        return at;
    }
}
