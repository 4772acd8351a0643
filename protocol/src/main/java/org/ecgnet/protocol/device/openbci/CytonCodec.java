package org.ecgnet.protocol.device.openbci;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.BigEndian24;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.LeadsOff;
import org.ecgnet.protocol.device.RejectReason;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;

/** One line to a Cyton. */
final class CytonCodec implements DeviceCodec {

    private static final Set<Integer> GAINS = Set.of(1, 2, 4, 6, 8, 12, 24);
    private static final double REFERENCE_MICROVOLTS = 4_500_000;
    private static final int NUMBERS = 256;
    private static final int MOST_FIRMWARE = 16;
    private static final Pattern FIRMWARE = Pattern.compile("v\\d+(\\.\\d+)*");

    private final CytonFrameDecoder decoder = new CytonFrameDecoder();
    private final boolean daisy;
    private final int[] wired;
    private final UnitFormat format;
    private Optional<CytonCut.Frame> ofDaisy = Optional.empty();
    private boolean announced;

    /** @throws IllegalArgumentException when the wiring or the gain is not set */
    CytonCodec(UnitWiring wiring) {
        UnitWiring checked = wiring.within(CytonModel.NAME, 2 * CytonFrameDecoder.CHANNELS);
        double gain = checked.gainOf(CytonModel.NAME, GAINS);
        this.daisy = checked.channels().size() > CytonFrameDecoder.CHANNELS;
        this.wired = checked.wired();
        LeadScale scale = new LeadScale(REFERENCE_MICROVOLTS / gain / BigEndian24.HIGHEST, 0);
        this.format = new UnitFormat(
                new SampleRate(daisy ? 125 : 250), checked.leads(), Collections.nCopies(wired.length, scale));
    }

    @Override
    public String model() {
        return CytonModel.NAME;
    }

    @Override
    public int longestFrame() {
        return CytonFrameDecoder.LONGEST_TEXT;
    }

    @Override
    public byte[] write(DeviceCommand command) {
        char character =
                switch (command) {
                    case IDENTIFY -> 'V';
                    case START -> 'b';
                    case STOP -> 's';
                };
        return new byte[] {(byte) character};
    }

    @Override
    public List<DeviceEvent> read(ByteBuffer bytes) {
        List<DeviceEvent> events = new ArrayList<>();
        while (true) {
            CytonCut cut = decoder.next(bytes);
            if (cut instanceof CytonCut.NeedMore) {
                return events;
            } else if (cut instanceof CytonCut.Rejected rejected) {
                events.add(new DeviceEvent.Rejected(rejected.reason(), rejected.bytes()));
            } else if (cut instanceof CytonCut.Text text) {
                announce(text.words(), events);
            } else if (cut instanceof CytonCut.Frame frame) {
                take(frame, events);
            }
        }
    }

    private void announce(String words, List<DeviceEvent> events) {
        Matcher version = FIRMWARE.matcher(words);
        String firmware = version.find() ? version.group() : "";
        announced = true;
        events.add(new DeviceEvent.Announced(
                "", firmware.length() > MOST_FIRMWARE ? firmware.substring(0, MOST_FIRMWARE) : firmware, format));
    }

    private void take(CytonCut.Frame frame, List<DeviceEvent> events) {
        if (!announced) {
            announce("", events);
        }
        if (!daisy) {
            events.add(samples(frame.counts(), frame.number(), NUMBERS));
        } else if (frame.number() % 2 == 0) {
            ofDaisy.ifPresent(lone -> events.add(halfLost()));
            ofDaisy = Optional.of(frame);
        } else if (ofDaisy.isPresent() && ofDaisy.get().number() == frame.number() - 1) {
            int[] both = new int[2 * CytonFrameDecoder.CHANNELS];
            System.arraycopy(frame.counts(), 0, both, 0, CytonFrameDecoder.CHANNELS);
            System.arraycopy(ofDaisy.get().counts(), 0, both, CytonFrameDecoder.CHANNELS, CytonFrameDecoder.CHANNELS);
            ofDaisy = Optional.empty();
            events.add(samples(both, frame.number() / 2, NUMBERS / 2));
        } else {
            ofDaisy = Optional.empty();
            events.add(halfLost());
        }
    }

    /** Half a moment is no moment. */
    private static DeviceEvent halfLost() {
        return new DeviceEvent.Rejected(RejectReason.BAD_LENGTH, CytonFrameDecoder.SIZE);
    }

    private DeviceEvent samples(int[] channels, int sequence, int modulus) {
        int[] counts = new int[wired.length];
        EnumSet<Lead> off = EnumSet.noneOf(Lead.class);
        for (int lead = 0; lead < wired.length; lead++) {
            counts[lead] = channels[wired[lead]];
            if (counts[lead] == BigEndian24.HIGHEST || counts[lead] == BigEndian24.LOWEST) {
                off.add(format.leads().get(lead));
            }
        }
        Set<Lead> leadsOff = LeadsOff.withDerived(off, format.leads());
        return new DeviceEvent.Samples(List.of(counts), leadsOff, false, false, sequence, modulus);
    }
}
