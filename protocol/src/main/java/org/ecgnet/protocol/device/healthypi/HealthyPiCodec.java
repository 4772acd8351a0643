package org.ecgnet.protocol.device.healthypi;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.BigEndian24;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.FrameCounter;
import org.ecgnet.protocol.device.RejectReason;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;

/** One line from a HealthyPi (package description). */
final class HealthyPiCodec implements DeviceCodec {

    private static final int SIZE = 27;
    private static final int PAYLOAD = 20;
    private static final byte SYNC_1 = 0x0A;
    private static final byte SYNC_2 = (byte) 0xFA;
    private static final byte SAMPLES = 2;
    private static final byte END_1 = 0;
    private static final byte END_2 = 0x0B;
    private static final int HEADER = 5;
    private static final int ECG_AT = 5;
    private static final int OFF_AT = 24;
    private static final int OFF_BITS = 0x1F;
    private static final Set<Integer> GAINS = Set.of(1, 2, 3, 4, 6, 8, 12);
    private static final double REFERENCE_MICROVOLTS = 2_420_000;
    private static final SampleRate RATE = new SampleRate(125);

    private final UnitFormat format;
    private final FrameCounter counter = new FrameCounter();
    private boolean announced;

    /** @throws IllegalArgumentException when the lead or the gain is not set */
    HealthyPiCodec(UnitWiring wiring) {
        List<Lead> leads = wiring.within(HealthyPiModel.NAME, 1).leads();
        double gain = wiring.gainOf(HealthyPiModel.NAME, GAINS);
        LeadScale scale = new LeadScale(REFERENCE_MICROVOLTS / gain / BigEndian24.HIGHEST * 256, 0);
        this.format = new UnitFormat(RATE, leads, List.of(scale));
    }

    @Override
    public String model() {
        return HealthyPiModel.NAME;
    }

    @Override
    public int longestFrame() {
        return SIZE;
    }

    @Override
    public byte[] write(DeviceCommand command) {
        return new byte[0];
    }

    @Override
    public List<DeviceEvent> read(ByteBuffer in) {
        List<DeviceEvent> events = new ArrayList<>();
        while (in.hasRemaining()) {
            int start = in.position();
            int lost = syncFrom(in, start) - start;
            if (lost > 0) {
                drop(in, start + lost, RejectReason.NO_SYNC, events);
                continue;
            }
            Optional<RejectReason> fault = fault(in, start);
            if (fault.isPresent()) {
                drop(in, syncFrom(in, start + 1), fault.get(), events);
            } else if (in.remaining() < SIZE) {
                break;
            } else {
                take(in, start, events);
                in.position(start + SIZE);
            }
        }
        return events;
    }

    /** What is wrong with the frame so far: the header is judged as soon as it is there. */
    private static Optional<RejectReason> fault(ByteBuffer in, int start) {
        if (in.remaining() >= HEADER) {
            int length = in.get(start + 2) & 0xFF | (in.get(start + 3) & 0xFF) << 8;
            if (length != PAYLOAD) {
                return Optional.of(RejectReason.BAD_LENGTH);
            }
            if (in.get(start + 4) != SAMPLES) {
                return Optional.of(RejectReason.UNKNOWN_TYPE);
            }
        }
        boolean ended = in.remaining() < SIZE || in.get(start + SIZE - 2) == END_1 && in.get(start + SIZE - 1) == END_2;
        return ended ? Optional.empty() : Optional.of(RejectReason.BAD_END);
    }

    private void take(ByteBuffer in, int start, List<DeviceEvent> events) {
        if (!announced) {
            announced = true;
            events.add(new DeviceEvent.Announced("", "", format));
        }
        int count = in.get(start + ECG_AT) & 0xFF | in.get(start + ECG_AT + 1) << 8;
        Set<Lead> off = (in.get(start + OFF_AT) & OFF_BITS) == 0 ? Set.of() : Set.copyOf(format.leads());
        events.add(new DeviceEvent.Samples(
                List.of(new int[] {count}), off, false, false, counter.next(), FrameCounter.MODULUS));
    }

    private void drop(ByteBuffer in, int to, RejectReason reason, List<DeviceEvent> events) {
        counter.lost();
        events.add(new DeviceEvent.Rejected(reason, to - in.position()));
        in.position(to);
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
