package org.ecgnet.protocol.device.bitalino;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.RejectReason;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;

/**
 * One line to a BITalino (package description). In step once four frames in a row check and count up, out of step where one does not: a checksum of four bits alone is right by chance too often.
 */
final class BitalinoCodec implements DeviceCodec {

    private static final int FRAMES_IN_A_ROW = 4;
    private static final int LONGEST_VERSION = 40;
    private static final byte[] NAME = "BITalino".getBytes(StandardCharsets.US_ASCII);
    private static final double SUPPLY_MICROVOLTS = 3_300_000;
    private static final double SENSOR_GAIN = 1100;
    private static final int VERSION = 0x07;

    private final int[] wired;
    private final int size;
    private final UnitFormat format;
    private boolean announced;
    private boolean inStep;
    private int nextNumber;

    /** @throws IllegalArgumentException when the leads are not set or the rate is none of the unit's */
    BitalinoCodec(SampleRate rate, UnitWiring wiring) {
        if (rate.hertz() != 100 && rate.hertz() != 1000) {
            throw new IllegalArgumentException(
                    "rate: " + rate.hertz() + " (expected for " + BitalinoModel.NAME + ": 100 or 1000)");
        }
        this.wired = wiring.within(BitalinoModel.NAME, BitalinoFrame.CHANNELS).wired();
        this.size = BitalinoFrame.size(wired.length);
        List<LeadScale> scales = new ArrayList<>();
        for (int place = 0; place < wired.length; place++) {
            int counts = 1 << BitalinoFrame.bits(place);
            scales.add(new LeadScale(SUPPLY_MICROVOLTS / SENSOR_GAIN / counts, counts / 2));
        }
        this.format = new UnitFormat(rate, wiring.leads(), scales);
    }

    @Override
    public String model() {
        return BitalinoModel.NAME;
    }

    @Override
    public int longestFrame() {
        return LONGEST_VERSION;
    }

    @Override
    public byte[] write(DeviceCommand command) {
        return switch (command) {
            case IDENTIFY -> new byte[] {VERSION};
            case START -> new byte[] {(byte) rateCommand(), (byte) startCommand()};
            case STOP -> new byte[] {0};
        };
    }

    private int rateCommand() {
        return (format.rate().hertz() == 1000 ? 0b11 : 0b10) << 6 | 0b11;
    }

    private int startCommand() {
        int command = 1;
        for (int channel : wired) {
            command |= 1 << channel + 2;
        }
        return command;
    }

    @Override
    public List<DeviceEvent> read(ByteBuffer in) {
        List<DeviceEvent> events = new ArrayList<>();
        while (in.hasRemaining()) {
            int start = in.position();
            if (inStep) {
                if (in.remaining() < size) {
                    return events;
                }
                inStep = BitalinoFrame.checks(in, start, size) && BitalinoFrame.number(in, start, size) == nextNumber;
                if (inStep) {
                    take(in, start, events);
                }
            } else if (!find(in, events)) {
                return events;
            }
        }
        return events;
    }

    /** Drops what is neither frames nor a version; false when more bytes are needed to tell. */
    private boolean find(ByteBuffer in, List<DeviceEvent> events) {
        int start = in.position();
        for (int at = start; at < in.limit(); at++) {
            int ofName = ofName(in, at);
            if (ofName == NAME.length || at + ofName == in.limit()) {
                drop(in, at, events);
                return ofName == NAME.length && version(in, events);
            }
            if (in.limit() - at < FRAMES_IN_A_ROW * size) {
                drop(in, at, events);
                return false;
            }
            if (inARow(in, at)) {
                drop(in, at, events);
                inStep = true;
                nextNumber = BitalinoFrame.number(in, at, size);
                return true;
            }
        }
        return false;
    }

    private boolean inARow(ByteBuffer in, int from) {
        int first = BitalinoFrame.number(in, from, size);
        for (int frame = 0; frame < FRAMES_IN_A_ROW; frame++) {
            int at = from + frame * size;
            if (!BitalinoFrame.checks(in, at, size)
                    || BitalinoFrame.number(in, at, size) != (first + frame) % BitalinoFrame.NUMBERS) {
                return false;
            }
        }
        return true;
    }

    /** How many letters of the unit's name stand there. */
    private static int ofName(ByteBuffer in, int at) {
        int letters = 0;
        while (letters < NAME.length && at + letters < in.limit() && in.get(at + letters) == NAME[letters]) {
            letters++;
        }
        return letters;
    }

    private boolean version(ByteBuffer in, List<DeviceEvent> events) {
        int start = in.position();
        int most = Math.min(in.limit(), start + LONGEST_VERSION);
        for (int at = start; at < most; at++) {
            if (in.get(at) == '\n') {
                byte[] words = new byte[at - start];
                in.get(start, words);
                in.position(at + 1);
                String text = new String(words, StandardCharsets.ISO_8859_1).substring(NAME.length);
                announce(text.replaceFirst("^_", "").strip(), events);
                return true;
            }
        }
        if (most < start + LONGEST_VERSION) {
            return false;
        }
        drop(in, start + NAME.length, events);
        return true;
    }

    private void announce(String firmware, List<DeviceEvent> events) {
        announced = true;
        String printable = firmware.chars().allMatch(c -> c >= 0x20 && c < 0x7F) ? firmware : "";
        events.add(new DeviceEvent.Announced("", printable, format));
    }

    private static void drop(ByteBuffer in, int to, List<DeviceEvent> events) {
        int bytes = to - in.position();
        if (bytes > 0) {
            in.position(to);
            events.add(new DeviceEvent.Rejected(RejectReason.BAD_CHECKSUM, bytes));
        }
    }

    private void take(ByteBuffer in, int start, List<DeviceEvent> events) {
        if (!announced) {
            announce("", events);
        }
        int[] counts = new int[wired.length];
        for (int place = 0; place < counts.length; place++) {
            counts[place] = BitalinoFrame.count(in, start, size, place);
        }
        int number = BitalinoFrame.number(in, start, size);
        in.position(start + size);
        nextNumber = (number + 1) % BitalinoFrame.NUMBERS;
        events.add(new DeviceEvent.Samples(List.of(counts), Set.of(), false, false, number, BitalinoFrame.NUMBERS));
    }
}
