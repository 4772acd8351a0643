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
import org.ecgnet.edge.serial.PortFinding;
import org.ecgnet.edge.store.Backlog;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.uplink.HubState;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;

/**
 * How everything is at one moment.
 *
 * @param cutShort the last recording, when the unit was lost while it ran; what it had is kept
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
        Optional<ExamId> cutShort,
        Optional<String> storeProblem) {

    /**
     * The unit on the line.
     *
     * @param line where it is, or is not
     * @param announced true once it said what its samples mean
     */
    public record Unit(
            UnitId id,
            String model,
            UnitLine line,
            boolean announced,
            OptionalInt batteryPercent,
            List<Lead> leadsOff) {
        public Unit {
            leadsOff = List.copyOf(leadsOff);
        }

        public boolean connected() {
            return line instanceof UnitLine.Open;
        }
    }

    /** The line to the unit. */
    public sealed interface UnitLine {

        /** True when port and model are looked for by themselves. */
        boolean auto();

        /** It is open. */
        record Open(boolean auto, String port) implements UnitLine {}

        /**
         * It is not.
         *
         * @param problem why not
         * @param looked what is on the ports instead
         */
        record Down(boolean auto, String problem, List<PortFinding> looked) implements UnitLine {
            public Down {
                looked = List.copyOf(looked);
            }
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
