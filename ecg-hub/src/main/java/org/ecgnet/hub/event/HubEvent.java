package org.ecgnet.hub.event;

import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;

/** Something that is now in the database, or that is asked of whoever listens. */
public sealed interface HubEvent {

    /** An exam began to arrive. */
    record ExamStarted(ExamId examId, SiteCode site) implements HubEvent {}

    /** A chunk of an arriving exam is stored. */
    record ChunkStored(ExamId examId, int seq) implements HubEvent {}

    /** The whole exam is stored, well or damaged. */
    record ExamCompleted(ExamId examId, SiteCode site) implements HubEvent {}

    /** The exam has a (new) reading. */
    record ReadingMade(ExamId examId, SiteCode site, TriageLevel level) implements HubEvent {}

    /** A case was opened or changed: paged, accepted, acknowledged, dispatched, closed. */
    record CaseChanged(UUID caseId, ExamId examId) implements HubEvent {}

    /** Somebody signed a report of the exam, or its second signature. */
    record ReportSigned(ExamId examId, SiteCode site) implements HubEvent {}

    /** Somebody moved marks of the exam's median beat by hand. */
    record MarksMoved(ExamId examId) implements HubEvent {}

    /** The clinic confirmed something about an exam. */
    record ClinicConfirmed(ExamId examId, SiteCode site) implements HubEvent {}

    /** What somebody may see has changed. */
    record AccountChanged(String account) implements HubEvent {}

    /** Who works on an exam, or whether it still waits for a reader, changed. */
    record WorklistChanged(ExamId examId) implements HubEvent {}

    /** There is something to send to the site. */
    record DownlinkWaiting(SiteCode site) implements HubEvent {}

    /** Every open console is to say whether it is there and can sound. */
    record ConsolesAsked() implements HubEvent {}

    /** A site or its unit came, went or changed its status. */
    record SiteChanged(SiteCode site) implements HubEvent {}
}
