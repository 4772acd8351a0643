package org.ecgnet.protocol.device.usbbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.LeadsOff;
import org.ecgnet.protocol.device.RejectReason;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitProfile;

/** One line to a box. Announces the profile's format once, before the first thing that the box says. */
final class UsbBoxCodec implements DeviceCodec {

    private static final int CONNECTED = 0x20;

    private final String model;
    private final BoxChecksum checksum;
    private final UnitFormat format;
    private boolean announced;

    UsbBoxCodec(String model, BoxChecksum checksum, UnitProfile profile) {
        this.model = model;
        this.checksum = checksum;
        LeadScale scale = new LeadScale(profile.microvoltsPerCount(), UsbBoxFrames.BASELINE);
        this.format = new UnitFormat(
                profile.rate(), UsbBoxFrames.LEADS, Collections.nCopies(UsbBoxFrames.LEADS.size(), scale));
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int longestFrame() {
        return UsbBoxFrames.SIZE;
    }

    @Override
    public byte[] write(DeviceCommand command) {
        return UsbBoxFrames.command(command);
    }

    @Override
    public List<DeviceEvent> read(ByteBuffer bytes) {
        List<DeviceEvent> events = new ArrayList<>();
        while (true) {
            BoxCut cut = UsbBoxFrameDecoder.next(bytes, checksum);
            if (cut instanceof BoxCut.NeedMore) {
                return events;
            } else if (cut instanceof BoxCut.Rejected rejected) {
                events.add(new DeviceEvent.Rejected(rejected.reason(), rejected.bytes()));
            } else if (cut instanceof BoxCut.Frame frame) {
                take(frame, events);
            }
        }
    }

    private void take(BoxCut.Frame frame, List<DeviceEvent> events) {
        switch (frame.opcode()) {
            case UsbBoxFrames.SAMPLES -> {
                announceOnce(events);
                events.add(samples(frame));
            }
            case UsbBoxFrames.RECEIVED, UsbBoxFrames.SERIAL, UsbBoxFrames.FIRMWARE -> announceOnce(events);
            default -> events.add(new DeviceEvent.Rejected(RejectReason.UNKNOWN_TYPE, UsbBoxFrames.SIZE));
        }
    }

    private void announceOnce(List<DeviceEvent> events) {
        if (!announced) {
            announced = true;
            events.add(new DeviceEvent.Announced("", "", format));
        }
    }

    private static DeviceEvent samples(BoxCut.Frame frame) {
        int[] counts = new int[UsbBoxFrames.LEADS.size()];
        EnumSet<Lead> off = EnumSet.noneOf(Lead.class);
        for (int lead = 0; lead < counts.length; lead++) {
            int low = frame.bytes()[UsbBoxFrames.SAMPLES_FROM + 2 * lead];
            int high = frame.bytes()[UsbBoxFrames.SAMPLES_FROM + 2 * lead + 1];
            counts[lead] = (high & 0x1F) << 7 | low & 0x7F;
            if ((high & CONNECTED) == 0) {
                off.add(UsbBoxFrames.LEADS.get(lead));
            }
        }
        return new DeviceEvent.Samples(
                List.of(counts),
                LeadsOff.withDerived(off, UsbBoxFrames.LEADS),
                false,
                false,
                frame.counter(),
                UsbBoxFrames.COUNTER_MODULUS);
    }
}
