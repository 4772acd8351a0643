package org.ecgnet.protocol.device.openbci;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.ecgnet.protocol.device.BigEndian24;
import org.ecgnet.protocol.device.RejectReason;

/**
 * Cuts a Cyton's line into frames and answers (package description). A frame has no checksum, only its two ends: after
 * anything but a frame, the next one counts only when another start byte follows it. For one line.
 */
final class CytonFrameDecoder {

    static final int SIZE = 33;
    static final int CHANNELS = 8;

    /** Longest answer in words that is waited for. */
    static final int LONGEST_TEXT = 400;

    private static final byte START = (byte) 0xA0;
    private static final int END = 0xC0;
    private static final int END_MASK = 0xF0;
    private static final int COUNTS_FROM = 2;
    private static final String END_OF_TEXT = "$$$";
    private static final CytonCut NEED_MORE = new CytonCut.NeedMore();

    private boolean inStep;

    CytonCut next(ByteBuffer in) {
        int start = in.position();
        int frame = startFrom(in, start);
        if (frame > start) {
            return words(in, start, frame);
        }
        if (in.remaining() < SIZE || !inStep && in.remaining() == SIZE && ended(in)) {
            return NEED_MORE;
        }
        if (!ended(in)) {
            return reject(in, RejectReason.BAD_END);
        }
        if (!inStep && in.get(start + SIZE) != START) {
            return reject(in, RejectReason.NO_SYNC);
        }
        inStep = true;
        int[] counts = new int[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            counts[channel] = BigEndian24.at(in, start + COUNTS_FROM + 3 * channel);
        }
        in.position(start + SIZE);
        return new CytonCut.Frame(in.get(start + 1) & 0xFF, counts);
    }

    private static boolean ended(ByteBuffer in) {
        return (in.get(in.position() + SIZE - 1) & END_MASK) == END;
    }

    /** What stands before a start byte is an answer, an answer that is not all there yet, or nothing. */
    private CytonCut words(ByteBuffer in, int from, int to) {
        byte[] bytes = new byte[to - from];
        in.get(from, bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_TEXT);
        if (end >= 0) {
            in.position(from + end + END_OF_TEXT.length());
            return new CytonCut.Text(text.substring(0, end));
        }
        if (to == in.limit() && bytes.length < LONGEST_TEXT && text.chars().allMatch(CytonFrameDecoder::printable)) {
            return NEED_MORE;
        }
        inStep = false;
        in.position(to);
        return new CytonCut.Rejected(RejectReason.NO_SYNC, bytes.length);
    }

    private static boolean printable(int character) {
        return character >= 0x20 && character < 0x7F || character == '\n' || character == '\r' || character == '\t';
    }

    private CytonCut reject(ByteBuffer in, RejectReason reason) {
        inStep = false;
        int start = in.position();
        int next = startFrom(in, start + 1);
        in.position(next);
        return new CytonCut.Rejected(reason, next - start);
    }

    private static int startFrom(ByteBuffer in, int from) {
        int at = from;
        while (at < in.limit() && in.get(at) != START) {
            at++;
        }
        return at;
    }
}
