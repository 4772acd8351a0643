package org.ecgnet.edge.electrode;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.UnitFormat;

/** The last seconds of a unit's samples, two to eight, given out about once a second. For one thread; memory is bounded. */
public final class LastSeconds {

    private static final int SECONDS = 8;
    private static final int LEAST_SECONDS = 2;

    private final UnitFormat format;
    private final Deque<Moment> moments = new ArrayDeque<>();
    private int sinceGiven;

    private record Moment(int[] counts, Samples frame, boolean first) {}

    public LastSeconds(UnitFormat format) {
        this.format = format;
    }

    /** Takes samples. @return the last seconds, when a second has passed since they were given */
    public Optional<Recording> next(Samples frame, Instant now) {
        int second = format.rate().hertz();
        boolean first = true;
        for (int[] counts : frame.counts()) {
            moments.addLast(new Moment(counts, frame, first));
            first = false;
            if (moments.size() > SECONDS * second) {
                moments.removeFirst();
            }
            sinceGiven++;
        }
        if (sinceGiven < second || moments.size() < LEAST_SECONDS * second) {
            return Optional.empty();
        }
        sinceGiven = 0;
        return Optional.of(recording(now));
    }

    private Recording recording(Instant now) {
        int length = moments.size();
        int[][] counts = new int[format.leads().size()][length];
        List<LeadOff> off = new ArrayList<>();
        List<Integer> pace = new ArrayList<>();
        int at = 0;
        for (Moment moment : moments) {
            for (int lead = 0; lead < counts.length; lead++) {
                counts[lead][at] = moment.counts()[lead];
            }
            for (Lead lead : moment.frame().leadsOff()) {
                off.add(new LeadOff(lead, at, at + 1));
            }
            if (moment.first() && moment.frame().pace()) {
                pace.add(at);
            }
            at++;
        }
        Waveform waveform = new Waveform(format.rate(), format.leads(), format.scales(), counts);
        Instant from = now.minus(format.rate().lasting(length));
        return new Recording(from, waveform, new UnitMarks(off, pace, List.of(), List.of()));
    }
}
