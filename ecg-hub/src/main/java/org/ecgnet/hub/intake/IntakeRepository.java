package org.ecgnet.hub.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;

/** The rows of intake, written in groups. */
public interface IntakeRepository {

    /** Names the owner of each exam that has none. @return the owner of each, which may be another site */
    Map<ExamId, SiteCode> own(Map<ExamId, SiteCode> claims);

    /** @return those that were not there before */
    Set<Item> add(Collection<Item> items);

    void addSegments(List<SegmentOf> segments, Instant now);

    void addEnd(ExamEnded ended, Instant now);

    void addConfirmation(ClinicConfirmed confirmed, Instant now);

    /** Keeps whose exam it is, and who it was said to be before. */
    void addIdentification(PatientIdentified identified, Instant now);

    /**
     * Gives the exam its last identified patient; nothing while the exam, or an identification, is not there. When identity
     * number, sex or age are others than before, the exam counts as unread again, unless it is archived.
     */
    void identify(ExamId examId);

    /** @param payload the whole message */
    void quarantine(SiteCode site, Optional<ExamId> examId, int seq, String reason, Bytes payload, Instant receivedAt);

    /**
     * How far an exam is stored without a gap.
     *
     * @param from a number known to be reached; 0 when nothing is known
     */
    Progress progress(ExamId examId, int from);

    /** A numbered message. */
    record Item(ExamId examId, int seq) {}

    /** A segment and its exam. */
    record SegmentOf(ExamId examId, Segment segment) {}

    /**
     * How far an exam is stored.
     *
     * @param upTo every number from 0 to this is stored; empty when 0 is not
     * @param end the number of the end; empty when that is not stored
     */
    record Progress(OptionalInt upTo, OptionalInt end) {

        /** True when everything from the start to the end is stored. */
        public boolean whole() {
            return upTo.isPresent() && end.isPresent() && upTo.getAsInt() >= end.getAsInt();
        }
    }
}
