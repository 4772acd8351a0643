package org.ecgnet.protocol.device.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.LeadsOff;
import org.ecgnet.protocol.device.RejectReason;

/** One line to a unit of the reference protocol. Remembers the last announcement, without which samples mean nothing. */
final class ReferenceCodec implements DeviceCodec {

    private static final int SAMPLES_HEAD = 6;
    private static final int STATUS_BYTES = 2;

    private Optional<Announced> announced = Optional.empty();

    private record Announced(Announcement unit, int mark) {}

    @Override
    public String model() {
        return ReferenceModel.NAME;
    }

    @Override
    public int longestFrame() {
        return ReferenceFrameDecoder.HEADER + ReferenceFrameDecoder.MAX_PAYLOAD + ReferenceFrameDecoder.TRAILER;
    }

    @Override
    public byte[] write(DeviceCommand command) {
        return ReferenceFrames.command(command);
    }

    @Override
    public List<DeviceEvent> read(ByteBuffer bytes) {
        List<DeviceEvent> events = new ArrayList<>();
        while (true) {
            FrameCut cut = ReferenceFrameDecoder.next(bytes);
            if (cut instanceof FrameCut.NeedMore) {
                return events;
            } else if (cut instanceof FrameCut.Rejected rejected) {
                events.add(new DeviceEvent.Rejected(rejected.reason(), rejected.bytes()));
            } else if (cut instanceof FrameCut.Frame frame) {
                events.add(event(frame));
            }
        }
    }

    private DeviceEvent event(FrameCut.Frame frame) {
        return switch (frame.type()) {
            case FrameType.ANNOUNCEMENT -> announcement(frame);
            case FrameType.SAMPLES -> samples(frame);
            case FrameType.STATUS -> status(frame);
            default -> rejected(RejectReason.UNKNOWN_TYPE, frame);
        };
    }

    private DeviceEvent announcement(FrameCut.Frame frame) {
        Optional<Announcement> read = Announcement.read(frame.payload());
        if (read.isEmpty()) {
            return rejected(RejectReason.BAD_VALUE, frame);
        }
        Announcement unit = read.get();
        announced = Optional.of(new Announced(unit, Crc.crc16(frame.payload(), 0, frame.payload().length)));
        return new DeviceEvent.Announced(unit.serial(), unit.firmware(), unit.format());
    }

    private DeviceEvent status(FrameCut.Frame frame) {
        byte[] payload = frame.payload();
        if (payload.length < STATUS_BYTES) {
            return rejected(RejectReason.BAD_LENGTH, frame);
        }
        int battery = payload[1] & 0xFF;
        if (payload[0] < 0 || payload[0] > 1 || battery > 100 && battery != 255) {
            return rejected(RejectReason.BAD_VALUE, frame);
        }
        return new DeviceEvent.Status(battery == 255 ? OptionalInt.empty() : OptionalInt.of(battery), payload[0] == 1);
    }

    private DeviceEvent samples(FrameCut.Frame frame) {
        if (frame.payload().length < SAMPLES_HEAD) {
            return rejected(RejectReason.BAD_LENGTH, frame);
        }
        ByteBuffer in = ByteBuffer.wrap(frame.payload()).order(ByteOrder.LITTLE_ENDIAN);
        int mark = Short.toUnsignedInt(in.getShort());
        if (announced.isEmpty() || announced.get().mark() != mark) {
            return rejected(RejectReason.NOT_ANNOUNCED, frame);
        }
        Announcement unit = announced.get().unit();
        int flags = in.get();
        int moments = in.get() & 0xFF;
        int offBits = Short.toUnsignedInt(in.getShort());
        List<Lead> leads = unit.format().leads();
        if (moments == 0 || in.remaining() != moments * leads.size() * unit.bytesASample()) {
            return rejected(RejectReason.BAD_LENGTH, frame);
        }
        if (offBits >>> leads.size() != 0) {
            return rejected(RejectReason.BAD_VALUE, frame);
        }
        return new DeviceEvent.Samples(
                counts(in, moments, leads.size(), unit.bits()),
                off(offBits, leads),
                (flags & 1) != 0,
                (flags & 2) != 0,
                frame.sequence(),
                ReferenceFrames.SEQUENCE_MODULUS);
    }

    private static List<int[]> counts(ByteBuffer in, int moments, int leads, int bits) {
        List<int[]> counts = new ArrayList<>(moments);
        for (int moment = 0; moment < moments; moment++) {
            int[] row = new int[leads];
            for (int lead = 0; lead < leads; lead++) {
                row[lead] = bits == 16 ? in.getShort() : Short.toUnsignedInt(in.getShort()) | in.get() << 16;
            }
            counts.add(row);
        }
        return counts;
    }

    private static Set<Lead> off(int bits, List<Lead> leads) {
        if (bits == 0) {
            return Set.of();
        }
        EnumSet<Lead> off = EnumSet.noneOf(Lead.class);
        for (int lead = 0; lead < leads.size(); lead++) {
            if ((bits >> lead & 1) != 0) {
                off.add(leads.get(lead));
            }
        }
        return LeadsOff.withDerived(off, leads);
    }

    private static DeviceEvent rejected(RejectReason reason, FrameCut.Frame frame) {
        int bytes = ReferenceFrameDecoder.HEADER + frame.payload().length + ReferenceFrameDecoder.TRAILER;
        return new DeviceEvent.Rejected(reason, bytes);
    }
}
