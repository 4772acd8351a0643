package org.ecgnet.edge.capture;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;

/** The last chunks of a recording, as many as are read at once. For one thread; memory is bounded. */
public final class Tail {

    /** Seconds that are read at once, and chunks. */
    public static final int CHUNKS = 10;

    private final ExamStarted started;
    private final Deque<Part> parts = new ArrayDeque<>();
    private int firstSample;

    private record Part(int[][] counts, UnitMarks marks) {
        int samples() {
            return counts[0].length;
        }
    }

    public Tail(ExamStarted started) {
        this.started = started;
    }

    /**
     * The next chunk.
     *
     * @param counts by lead and sample; not to be changed afterwards
     * @param marks counted from the chunk's first sample
     */
    public void add(int[][] counts, UnitMarks marks) {
        parts.addLast(new Part(counts, marks));
        if (parts.size() > CHUNKS) {
            firstSample += parts.removeFirst().samples();
        }
    }

    /** True once it holds all that it may. */
    public boolean full() {
        return parts.size() == CHUNKS;
    }

    /** Where in the recording its first sample stands. */
    public int firstSample() {
        return firstSample;
    }

    /** What it holds, as a recording of its own. */
    public Recording recording() {
        int length = parts.stream().mapToInt(Part::samples).sum();
        int[][] counts = new int[started.leads().size()][length];
        Marks marks = new Marks();
        int at = 0;
        for (Part part : parts) {
            for (int lead = 0; lead < counts.length; lead++) {
                System.arraycopy(part.counts()[lead], 0, counts[lead], at, part.samples());
            }
            marks.add(part.marks(), at);
            at += part.samples();
        }
        Waveform waveform = new Waveform(started.rate(), started.leads(), started.scales(), counts);
        Instant from = started.startedAt().plus(started.rate().lasting(firstSample));
        return new Recording(from, waveform, marks.all());
    }

    /** Marks of chunks, counted from the first of them. */
    static final class Marks {

        private final List<LeadOff> leadsOff = new ArrayList<>();
        private final List<Integer> pace = new ArrayList<>();
        private final List<Integer> button = new ArrayList<>();
        private final List<Integer> gaps = new ArrayList<>();

        void add(UnitMarks marks, int from) {
            marks.leadsOff().forEach(run -> leadsOff.add(new LeadOff(run.lead(), run.from() + from, run.to() + from)));
            marks.paceSamples().forEach(sample -> pace.add(sample + from));
            marks.buttonSamples().forEach(sample -> button.add(sample + from));
            marks.gaps().forEach(sample -> gaps.add(sample + from));
        }

        UnitMarks all() {
            return new UnitMarks(leadsOff, pace, button, gaps);
        }
    }
}
