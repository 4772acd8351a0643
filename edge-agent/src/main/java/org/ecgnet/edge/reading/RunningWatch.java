package org.ecgnet.edge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.live.LiveWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one exam while it is recorded, for rhythms that cannot wait for its end. For one thread.
 *
 * <p>A watch that fails is switched off and said so in the log: the recording goes on and is read at its end.
 */
public final class RunningWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunningWatch.class);

    private final ExamId examId;
    private final LiveWatch watch;
    private final List<ReadingLine> lines = new ArrayList<>();
    private boolean broken;
    private boolean sawRed;

    RunningWatch(RuleProfile profile, ExamStarted started) {
        this.examId = started.examId();
        this.watch = new LiveWatch(profile, started.rate(), started.leads(), started.scales());
    }

    /**
     * Takes the next chunk.
     *
     * @return true when something red began with it
     */
    public boolean next(int[][] counts, Set<Lead> leadsOff) {
        if (broken) {
            return false;
        }
        boolean red = false;
        try {
            for (Finding finding : watch.next(counts, leadsOff)) {
                lines.add(LocalReader.line(finding));
                red |= finding.level() == TriageLevel.RED;
            }
        } catch (RuntimeException e) {
            LOGGER.error("Exam {} is no longer watched while it is recorded; it will be read at its end", examId, e);
            broken = true;
        }
        sawRed |= red;
        return red;
    }

    /** True once something red began. */
    public boolean sawRed() {
        return sawRed;
    }

    public ExamId examId() {
        return examId;
    }

    /** What was seen so far, oldest first. */
    public List<ReadingLine> lines() {
        return List.copyOf(lines);
    }
}
