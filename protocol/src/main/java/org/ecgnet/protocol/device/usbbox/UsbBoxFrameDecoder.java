package org.ecgnet.protocol.device.usbbox;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ecgnet.protocol.device.RejectReason;

/**
 * Cuts a box's line into frames (package description).
 *
 * <p>Stateless: the buffer's position is the only memory. The header is judged as soon as it is there; a rejected frame
 * is skipped up to the next start byte behind its first, so one bad frame is one rejection.
 */
final class UsbBoxFrameDecoder {

    private static final BoxCut NEED_MORE = new BoxCut.NeedMore();

    private UsbBoxFrameDecoder() {}

    static BoxCut next(ByteBuffer in, BoxChecksum checksum) {
        int start = in.position();
        int lost = startFrom(in, start) - start;
        if (lost > 0) {
            in.position(start + lost);
            return new BoxCut.Rejected(RejectReason.NO_SYNC, lost);
        }
        if (in.remaining() > 2 && in.get(start + 2) != UsbBoxFrames.LENGTH) {
            return reject(in, RejectReason.BAD_LENGTH);
        }
        if (in.remaining() < UsbBoxFrames.SIZE) {
            return NEED_MORE;
        }
        byte[] frame = new byte[UsbBoxFrames.SIZE];
        in.get(start, frame);
        Optional<RejectReason> fault = fault(frame, checksum);
        if (fault.isPresent()) {
            return reject(in, fault.get());
        }
        in.position(start + UsbBoxFrames.SIZE);
        return new BoxCut.Frame(frame[3], frame[1], frame);
    }

    private static Optional<RejectReason> fault(byte[] frame, BoxChecksum checksum) {
        if (frame[UsbBoxFrames.SIZE - 1] != UsbBoxFrames.END_BYTE) {
            return Optional.of(RejectReason.BAD_END);
        }
        if (!checksum.accepts(frame[4] & 0xFF, UsbBoxFrames.sum(frame))) {
            return Optional.of(RejectReason.BAD_CHECKSUM);
        }
        if (frame[1] < 0 || frame[1] >= UsbBoxFrames.COUNTER_MODULUS) {
            return Optional.of(RejectReason.BAD_VALUE);
        }
        return Optional.empty();
    }

    private static BoxCut reject(ByteBuffer in, RejectReason reason) {
        int start = in.position();
        int next = startFrom(in, start + 1);
        in.position(next);
        return new BoxCut.Rejected(reason, next - start);
    }

    private static int startFrom(ByteBuffer in, int from) {
        int at = from;
        while (at < in.limit() && in.get(at) != UsbBoxFrames.START_BYTE) {
            at++;
        }
        return at;
    }
}
