package org.ecgnet.edge.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.edge.capture.Captured.WhyNot;
import org.ecgnet.edge.store.Backlog;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.uplink.HubState;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;

/**
 * How everything is at one moment.
 *
 * @param storeProblem why recordings cannot be stored at the moment; they are kept in memory until they can
 */
public record DeskState(
        SiteCode site,
        String version,
        Instant now,
        Unit unit,
        Optional<RecordingNow> recording,
        HubState hub,
        Backlog backlog,
        DiskState disk,
        Optional<Alarm> alarm,
        Optional<Failure> failure,
        Optional<String> storeProblem) {

    /**
     * The unit on the line.
     *
     * @param problem why it is not connected; empty when it is
     * @param announced true once it said what its samples mean
     */
    public record Unit(
            UnitId id,
            String model,
            boolean connected,
            Optional<String> problem,
            boolean announced,
            OptionalInt batteryPercent,
            List<Lead> leadsOff) {
        public Unit {
            leadsOff = List.copyOf(leadsOff);
        }
    }

    /**
     * The recording that is asked for or running.
     *
     * @param samples so far; 0 while the unit has not begun
     */
    public record RecordingNow(ExamId examId, int seconds, int samples, int hertz) {}

    /** A deadly rhythm seen while recording; automatic, unconfirmed. */
    public record Alarm(ExamId examId, Instant since, List<ReadingLine> lines) {
        public Alarm {
            lines = List.copyOf(lines);
        }
    }

    /** A recording that was asked for and never began. */
    public record Failure(ExamId examId, Instant at, WhyNot why) {}
}
