package org.ecgnet.protocol.device.ads129x;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.BigEndian24;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.FrameCounter;
import org.ecgnet.protocol.device.LeadsOff;
import org.ecgnet.protocol.device.RejectReason;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;

/** One line from a board with an ADS129x (package description). */
final class Ads129xCodec implements DeviceCodec {

    private static final Set<Integer> GAINS = Set.of(1, 2, 3, 4, 6, 8, 12);
    private static final Set<Integer> CHANNELS = Set.of(2, 4, 6, 8);
    private static final int STATUS = 3;
    private static final int FRAMES_IN_A_ROW = 4;
    private static final int MARK = 0xC0;
    private static final int MARK_MASK = 0xF0;

    private final int channels;
    private final int size;
    private final int[] wired;
    private final UnitFormat format;
    private final FrameCounter counter = new FrameCounter();
    private boolean announced;
    private boolean inStep;

    /** @throws IllegalArgumentException when leads, gain or reference are not set */
    Ads129xCodec(SampleRate rate, UnitWiring wiring) {
        this.wired = wiring.within(Ads129xModel.NAME, 8).wired();
        this.channels = wiring.channels().size();
        if (!CHANNELS.contains(channels)) {
            throw new IllegalArgumentException("leads: " + channels + " channels (expected for " + Ads129xModel.NAME
                    + ": 2, 4, 6 or 8, - for one without a lead)");
        }
        this.size = STATUS + 3 * channels;
        double microvolts = wiring.referenceVoltsOf(Ads129xModel.NAME) * 1e6;
        LeadScale scale = new LeadScale(microvolts / wiring.gainOf(Ads129xModel.NAME, GAINS) / BigEndian24.HIGHEST, 0);
        this.format = new UnitFormat(rate, wiring.leads(), Collections.nCopies(wired.length, scale));
    }

    @Override
    public String model() {
        return Ads129xModel.NAME;
    }

    @Override
    public int longestFrame() {
        return FRAMES_IN_A_ROW * size;
    }

    @Override
    public byte[] write(DeviceCommand command) {
        return new byte[0];
    }

    @Override
    public List<DeviceEvent> read(ByteBuffer in) {
        List<DeviceEvent> events = new ArrayList<>();
        while (true) {
            int start = in.position();
            int ahead = inStep ? 1 : FRAMES_IN_A_ROW - 1;
            if (in.remaining() <= ahead * size) {
                return events;
            }
            if (!marks(in, start, ahead)) {
                lose(in, events);
            } else {
                inStep = true;
                take(in, start, events);
                in.position(start + size);
            }
        }
    }

    /** True when a status word stands here and at the next places. */
    private boolean marks(ByteBuffer in, int from, int ahead) {
        for (int frame = 0; frame <= ahead; frame++) {
            if ((in.get(from + frame * size) & MARK_MASK) != MARK) {
                return false;
            }
        }
        return true;
    }

    private void lose(ByteBuffer in, List<DeviceEvent> events) {
        inStep = false;
        int start = in.position();
        int at = start + 1;
        int ahead = FRAMES_IN_A_ROW - 1;
        while (in.limit() - at > ahead * size && !marks(in, at, ahead)) {
            at++;
        }
        counter.lost();
        in.position(at);
        events.add(new DeviceEvent.Rejected(RejectReason.NO_SYNC, at - start));
    }

    private void take(ByteBuffer in, int start, List<DeviceEvent> events) {
        if (!announced) {
            announced = true;
            events.add(new DeviceEvent.Announced("", "", format));
        }
        int status = BigEndian24.at(in, start);
        int[] counts = new int[wired.length];
        EnumSet<Lead> off = EnumSet.noneOf(Lead.class);
        for (int lead = 0; lead < wired.length; lead++) {
            counts[lead] = BigEndian24.at(in, start + STATUS + 3 * wired[lead]);
            if (off(status, wired[lead])) {
                off.add(format.leads().get(lead));
            }
        }
        Set<Lead> leadsOff = LeadsOff.withDerived(off, format.leads());
        events.add(
                new DeviceEvent.Samples(List.of(counts), leadsOff, false, false, counter.next(), FrameCounter.MODULUS));
    }

    private boolean off(int status, int channel) {
        return channels == 2
                ? (status >> 15 + 2 * channel & 0b11) != 0
                : ((status >> 12 | status >> 4) >> channel & 1) != 0;
    }
}
