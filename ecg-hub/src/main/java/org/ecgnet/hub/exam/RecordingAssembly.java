package org.ecgnet.hub.exam;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.codec.ChunkUnpacker;
import org.ecgnet.protocol.codec.Unpacked;
import org.ecgnet.protocol.uplink.SampleDigest;

/**
 * Puts an exam's segments together to one recording.
 *
 * <p>A segment whose bytes do not unpack is left out and marked as a gap, so that the rest can still be read.
 */
public final class RecordingAssembly {

    /** So many problems are named in a message to the clinic. */
    private static final int MOST_NAMED = 3;

    private final Exam exam;
    private final ChunkUnpacker unpacker = new ChunkUnpacker();
    private final List<int[][]> parts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<Lead, LeadOff> open = new EnumMap<>(Lead.class);
    private final List<LeadOff> leadsOff = new ArrayList<>();
    private final List<Integer> paceSamples = new ArrayList<>();
    private final List<Integer> buttonSamples = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private int segments;
    private int samples;

    private RecordingAssembly(Exam exam) {
        this.exam = exam;
    }

    /** @param segments ascending; those after the first missing number are not used */
    public static RecordingAssembly of(Exam exam, List<Segment> segments) {
        var assembly = new RecordingAssembly(exam);
        for (Segment segment : segments) {
            if (segment.seq() != assembly.segments + 1) {
                break;
            }
            assembly.append(segment);
        }
        return assembly;
    }

    private void append(Segment segment) {
        segments++;
        Unpacked unpacked =
                unpacker.unpack(segment.waveform().toArray(), exam.leads().size(), segment.samples(), segment.crc32c());
        if (unpacked instanceof Unpacked.Refused refused) {
            problems.add("segment " + segment.seq() + ": " + refused.reason());
            gaps.add(samples);
        } else if (unpacked instanceof Unpacked.Samples read) {
            if (segment.firstSample() != samples && problems.isEmpty()) {
                problems.add("segment " + segment.seq() + " starts at sample " + segment.firstSample() + " (expected: "
                        + samples + ")");
            }
            parts.add(read.counts());
            mark(segment.marks());
            samples += segment.samples();
        }
    }

    private void mark(UnitMarks marks) {
        for (LeadOff run : marks.leadsOff()) {
            var shifted = new LeadOff(run.lead(), run.from() + samples, run.to() + samples);
            LeadOff before = open.get(run.lead());
            if (before != null && before.to() == shifted.from()) {
                open.put(run.lead(), new LeadOff(run.lead(), before.from(), shifted.to()));
            } else {
                if (before != null) {
                    leadsOff.add(before);
                }
                open.put(run.lead(), shifted);
            }
        }
        marks.paceSamples().forEach(at -> paceSamples.add(at + samples));
        marks.buttonSamples().forEach(at -> buttonSamples.add(at + samples));
        marks.gaps().forEach(at -> gaps.add(at + samples));
    }

    /** Empty when there is no sample. */
    public Optional<Recording> recording() {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<LeadOff> runs = new ArrayList<>(leadsOff);
        runs.addAll(open.values());
        return Optional.of(new Recording(
                exam.startedAt(),
                new Waveform(exam.rate(), exam.leads(), exam.scales(), counts()),
                new UnitMarks(runs, paceSamples, buttonSamples, gaps)));
    }

    /** What does not agree with the clinic's word; empty when the recording is bit-exact. */
    public Optional<String> problem(Ending ending) {
        if (!problems.isEmpty()) {
            return Optional.of(String.join("; ", problems.subList(0, Math.min(problems.size(), MOST_NAMED))));
        }
        if (segments != ending.chunks() || samples != ending.samples()) {
            return Optional.of(segments + " segments with " + samples + " samples (expected: " + ending.chunks()
                    + " with " + ending.samples() + ")");
        }
        if (!SampleDigest.of(counts()).equals(ending.sha256())) {
            return Optional.of("SHA-256 of the samples differs");
        }
        return Optional.empty();
    }

    private int[][] counts() {
        int[][] counts = new int[exam.leads().size()][samples];
        int at = 0;
        for (int[][] part : parts) {
            for (int lead = 0; lead < counts.length; lead++) {
                System.arraycopy(part[lead], 0, counts[lead], at, part[lead].length);
            }
            at += part[0].length;
        }
        return counts;
    }
}
