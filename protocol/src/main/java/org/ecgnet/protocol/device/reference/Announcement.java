package org.ecgnet.protocol.device.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.UnitFormat;

/**
 * What a unit of the reference protocol says of itself.
 *
 * @param serial printable ASCII, at most 16
 * @param firmware printable ASCII, at most 8
 * @param bits of a sample, 16 or 24
 */
public record Announcement(String serial, String firmware, UnitFormat format, int bits) {

    static final int VERSION = 1;
    static final int MAX_LEADS = 16;
    private static final int SERIAL = 16;
    private static final int FIRMWARE = 8;
    private static final int HEAD = 29;
    private static final int BYTES_A_LEAD = 13;

    public Announcement {
        if (bits != 16 && bits != 24) {
            throw new IllegalArgumentException("bits: " + bits + " (expected: 16 or 24)");
        }
        if (format.leads().size() > MAX_LEADS
                || format.leads().stream().distinct().count() != format.leads().size()) {
            throw new IllegalArgumentException("leads: " + format.leads() + " (expected: at most 16, each once)");
        }
        check("serial", serial, SERIAL);
        check("firmware", firmware, FIRMWARE);
    }

    private static void check(String name, String text, int most) {
        if (text.length() > most || !text.chars().allMatch(Announcement::printable)) {
            throw new IllegalArgumentException(name + ": '" + text + "' (expected: at most " + most + " of ASCII)");
        }
    }

    private static boolean printable(int character) {
        return character >= 0x20 && character < 0x7F;
    }

    int bytesASample() {
        return bits / 8;
    }

    /** The mark that SAMPLES frames of this format bear. */
    int formatMark() {
        byte[] payload = payload();
        return Crc.crc16(payload, 0, payload.length);
    }

    byte[] payload() {
        ByteBuffer out = ByteBuffer.allocate(
                        HEAD + BYTES_A_LEAD * format.leads().size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) VERSION)
                .putShort((short) format.rate().hertz())
                .put((byte) bits)
                .put((byte) format.leads().size());
        out.put(5, serial.getBytes(StandardCharsets.US_ASCII));
        out.put(5 + SERIAL, firmware.getBytes(StandardCharsets.US_ASCII));
        out.position(HEAD);
        for (int lead = 0; lead < format.leads().size(); lead++) {
            LeadScale scale = format.scales().get(lead);
            out.put((byte) LeadCodes.of(format.leads().get(lead)))
                    .putDouble(scale.microvoltsPerCount())
                    .putInt(scale.baselineCounts());
        }
        return out.array();
    }

    /** Empty when a field is out of its range or the payload too short. */
    static Optional<Announcement> read(byte[] payload) {
        if (payload.length < HEAD || payload[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        int leads = payload[4] & 0xFF;
        if (leads < 1 || leads > MAX_LEADS || payload.length < HEAD + BYTES_A_LEAD * leads) {
            return Optional.empty();
        }
        try {
            List<Lead> names = new ArrayList<>();
            List<LeadScale> scales = new ArrayList<>();
            in.position(HEAD);
            for (int lead = 0; lead < leads; lead++) {
                int code = in.get() & 0xFF;
                names.add(LeadCodes.lead(code)
                        .orElseThrow(() -> new IllegalArgumentException("lead: " + code + " (expected: 1..17)")));
                scales.add(new LeadScale(in.getDouble(), in.getInt()));
            }
            SampleRate rate = new SampleRate(Short.toUnsignedInt(in.getShort(1)));
            return Optional.of(new Announcement(
                    text(payload, 5, SERIAL),
                    text(payload, 5 + SERIAL, FIRMWARE),
                    new UnitFormat(rate, names, scales),
                    payload[3] & 0xFF));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the constructors hold the ranges; which one failed is of no use to the edge
        }
    }

    private static String text(byte[] payload, int from, int most) {
        int to = from;
        while (to < from + most && payload[to] != 0) {
            to++;
        }
        return new String(payload, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
