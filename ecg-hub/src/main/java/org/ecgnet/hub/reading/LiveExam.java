package org.ecgnet.hub.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.protocol.codec.ChunkUnpacker;
import org.ecgnet.protocol.codec.Unpacked;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.live.LiveWatch;

/** The live watch on one arriving exam: takes segments in order, each once. For one thread. */
final class LiveExam {

    private final Exam exam;
    private final LiveWatch watch;
    private final ChunkUnpacker unpacker = new ChunkUnpacker();
    private final Set<String> said;
    private int next = 1;

    /** @param said rules that a live reading of this exam names already */
    LiveExam(RuleProfile profile, Exam exam, Set<String> said) {
        this.exam = exam;
        this.watch = new LiveWatch(profile, exam.rate(), exam.leads(), exam.scales());
        this.said = new HashSet<>(said);
    }

    /** The number of the segment that comes next. */
    int next() {
        return next;
    }

    /** @return findings of rules that were not said of this exam before */
    List<Finding> take(Segment segment) {
        if (segment.seq() != next) {
            throw new IllegalArgumentException("segment: " + segment.seq() + " (expected: " + next + ")");
        }
        next++;
        Unpacked unpacked =
                unpacker.unpack(segment.waveform().toArray(), exam.leads().size(), segment.samples(), segment.crc32c());
        if (!(unpacked instanceof Unpacked.Samples samples)) {
            return List.of();
        }
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : watch.next(samples.counts(), leadsOff(segment))) {
            if (said.add(finding.rule())) {
                fresh.add(finding);
            }
        }
        return fresh;
    }

    private static Set<Lead> leadsOff(Segment segment) {
        Set<Lead> off = new HashSet<>();
        for (LeadOff run : segment.marks().leadsOff()) {
            off.add(run.lead());
        }
        return off;
    }
}
